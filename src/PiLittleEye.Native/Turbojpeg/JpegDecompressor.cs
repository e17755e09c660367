namespace PiLittleEye.Native.Turbojpeg;

/// <summary>Decompresses JPEG into planar YUV as it was coded, with no colour conversion. One for each thread.</summary>
internal sealed unsafe class JpegDecompressor : IDisposable
{
    // What could not be decoded of a damaged picture.
    private const byte Gray = 128;

    private TurbojpegHandle _handle = TurbojpegHandle.ForDecompression();

    /// <exception cref="JpegException">The bytes are no JPEG, or one of a kind we do not decode (arithmetic, lossless, CMYK).</exception>
    public JpegHeader ReadHeader(ReadOnlySpan<byte> jpeg)
    {
        int width,
            height,
            subsampling,
            colourSpace;
        fixed (byte* start = jpeg)
        {
            var failed = TurbojpegFunctions.tjDecompressHeader3(
                _handle,
                start,
                (nuint)jpeg.Length,
                &width,
                &height,
                &subsampling,
                &colourSpace
            );

            // An error that comes after a warning passes for a warning, but then there is no size.
            if (failed != 0 && (width < 1 || !_handle.LastErrorIsOnlyWarning))
            {
                throw Refused("reading a JPEG header");
            }
        }

        return new JpegHeader(width, height, (ChromaSubsampling)subsampling);
    }

    /// <summary>Decodes into three planes whose rows have no padding; a picture cut short by the wire decodes as far as it goes and is gray below.</summary>
    /// <exception cref="JpegException">Nothing useful could be decoded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The header is not that of this picture, or a plane is too small.</exception>
    public void Decompress(ReadOnlySpan<byte> jpeg, JpegHeader header, Span<byte> y, Span<byte> u, Span<byte> v)
    {
        // libturbojpeg writes as much as the picture has, not as the planes hold.
        ArgumentOutOfRangeException.ThrowIfNotEqual(header, ReadHeader(jpeg));
        var (chromaWidth, chromaHeight) = ChromaSize(header);
        ArgumentOutOfRangeException.ThrowIfLessThan(y.Length, header.Width * header.Height);
        ArgumentOutOfRangeException.ThrowIfLessThan(u.Length, chromaWidth * chromaHeight);
        ArgumentOutOfRangeException.ThrowIfLessThan(v.Length, chromaWidth * chromaHeight);
        if (!TryDecompress(jpeg, header, chromaWidth, y, u, v))
        {
            // After a warning libturbojpeg does not tell whether it gave up later. Rows that it did not reach would still be those
            // of the picture before.
            y.Fill(Gray);
            u.Fill(Gray);
            v.Fill(Gray);
            TryDecompress(jpeg, header, chromaWidth, y, u, v);
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

    /// <returns>False when the picture is damaged and some of it could be decoded.</returns>
    private bool TryDecompress(ReadOnlySpan<byte> jpeg, JpegHeader header, int chromaWidth, Span<byte> y, Span<byte> u, Span<byte> v)
    {
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
                _handle,
                start,
                (nuint)jpeg.Length,
                planes,
                header.Width,
                strides,
                header.Height,
                0
            );
            return failed == 0 || (_handle.LastErrorIsOnlyWarning ? false : throw Refused($"decompressing {header.Width}x{header.Height}"));
        }
    }

    // In version 2.1 a header that could not be read leaves the codec in the middle of it, and every later one fails too.
    private JpegException Refused(string what)
    {
        var refusal = _handle.LastError(what);
        _handle.Dispose();
        _handle = TurbojpegHandle.ForDecompression();
        return refusal;
    }
}
