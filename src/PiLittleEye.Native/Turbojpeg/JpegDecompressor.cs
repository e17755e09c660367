namespace PiLittleEye.Native.Turbojpeg;

/// <summary>Decompresses JPEG into planar YUV as it was coded, with no colour conversion. One for each thread.</summary>
internal sealed unsafe class JpegDecompressor : IDisposable
{
    private readonly TurbojpegHandle _handle = TurbojpegHandle.ForDecompression();

    /// <exception cref="JpegException">The bytes are no JPEG, or one of a kind we do not decode (arithmetic, lossless, CMYK).</exception>
    public JpegHeader ReadHeader(ReadOnlySpan<byte> jpeg)
    {
        int width,
            height,
            subsampling,
            colourSpace;
        fixed (byte* start = jpeg)
        {
            var handle = _handle.DangerousGetHandle();
            var failed = TurbojpegFunctions.tjDecompressHeader3(
                handle,
                start,
                (nuint)jpeg.Length,
                &width,
                &height,
                &subsampling,
                &colourSpace
            );
            if (failed != 0 && !_handle.LastErrorIsOnlyWarning)
            {
                throw _handle.LastError("reading a JPEG header");
            }
        }

        return new JpegHeader(width, height, (ChromaSubsampling)subsampling);
    }

    /// <summary>Decodes into three planes whose rows have no padding; a picture cut short by the wire decodes as far as it goes.</summary>
    /// <exception cref="JpegException">Nothing useful could be decoded.</exception>
    public void Decompress(ReadOnlySpan<byte> jpeg, JpegHeader header, Span<byte> y, Span<byte> u, Span<byte> v)
    {
        var (chromaWidth, chromaHeight) = ChromaSize(header);
        ArgumentOutOfRangeException.ThrowIfLessThan(y.Length, header.Width * header.Height);
        ArgumentOutOfRangeException.ThrowIfLessThan(u.Length, chromaWidth * chromaHeight);
        ArgumentOutOfRangeException.ThrowIfLessThan(v.Length, chromaWidth * chromaHeight);
        fixed (
            byte* start = jpeg,
                py = y,
                pu = u,
                pv = v
        )
        {
            var planes = stackalloc byte*[] { py, pu, pv };
            var strides = stackalloc int[] { header.Width, chromaWidth, chromaWidth };
            var failed = TurbojpegFunctions.tjDecompressToYUVPlanes(
                _handle.DangerousGetHandle(),
                start,
                (nuint)jpeg.Length,
                planes,
                header.Width,
                strides,
                header.Height,
                0
            );
            if (failed != 0 && !_handle.LastErrorIsOnlyWarning)
            {
                throw _handle.LastError($"decompressing {header.Width}x{header.Height}");
            }
        }
    }

    /// <summary>Size of one colour plane. Odd sizes are refused: libturbojpeg pads their planes, and no camera makes them.</summary>
    public static (int Width, int Height) ChromaSize(JpegHeader header)
    {
        var (across, down) = header.Subsampling switch
        {
            ChromaSubsampling.None444 => (1, 1),
            ChromaSubsampling.Half422 => (2, 1),
            ChromaSubsampling.Quarter420 => (2, 2),
            ChromaSubsampling.Half440 => (1, 2),
            ChromaSubsampling.Quarter411 => (4, 1),
            ChromaSubsampling.Gray => (0, 0),
            _ => throw new JpegException($"colour planes of kind {(int)header.Subsampling} are not decoded here"),
        };
        if (across == 0)
        {
            return (0, 0);
        }

        return header.Width % across == 0 && header.Height % down == 0
            ? (header.Width / across, header.Height / down)
            : throw new JpegException($"a picture of {header.Width}x{header.Height} does not divide into its colour planes");
    }

    public void Dispose() => _handle.Dispose();
}
