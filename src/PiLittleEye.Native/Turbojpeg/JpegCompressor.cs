namespace PiLittleEye.Native.Turbojpeg;

/// <summary>Compresses planar YUV 4:2:0 into a buffer the caller owns. One for each thread; the handle is reused for every picture.</summary>
internal sealed unsafe class JpegCompressor : IDisposable
{
    private readonly TurbojpegHandle _handle = TurbojpegHandle.ForCompression();

    /// <summary>Bytes that any picture of this size fits into; libturbojpeg demands this much room before it starts.</summary>
    public static int RoomFor(int width, int height) =>
        checked((int)TurbojpegFunctions.tjBufSize(width, height, TurbojpegFunctions.TJSAMP_420));

    /// <param name="y">Luma, <paramref name="width"/> x <paramref name="height"/>, rows without padding.</param>
    /// <param name="u">First chroma plane, half the width and height.</param>
    /// <param name="v">Second chroma plane, half the width and height.</param>
    /// <param name="width">Even.</param>
    /// <param name="height">Even.</param>
    /// <param name="quality">1 to 100, the scale of the Independent JPEG Group.</param>
    /// <param name="destination">At least <see cref="RoomFor"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    /// <exception cref="JpegException">libturbojpeg said no.</exception>
    public int Compress(
        ReadOnlySpan<byte> y,
        ReadOnlySpan<byte> u,
        ReadOnlySpan<byte> v,
        int width,
        int height,
        int quality,
        Span<byte> destination
    )
    {
        var quarter = width / 2 * (height / 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(y.Length, width * height);
        ArgumentOutOfRangeException.ThrowIfLessThan(u.Length, quarter);
        ArgumentOutOfRangeException.ThrowIfLessThan(v.Length, quarter);
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, RoomFor(width, height));
        fixed (
            byte* py = y,
                pu = u,
                pv = v,
                start = destination
        )
        {
            var planes = stackalloc byte*[] { py, pu, pv };
            var strides = stackalloc int[] { width, width / 2, width / 2 };
            var jpeg = start;
            var length = (nuint)destination.Length;
            const int flags = TurbojpegFunctions.TJFLAG_NOREALLOC;
            var failed = TurbojpegFunctions.tjCompressFromYUVPlanes(
                _handle,
                planes,
                width,
                strides,
                height,
                TurbojpegFunctions.TJSAMP_420,
                &jpeg,
                &length,
                quality,
                flags
            );
            return failed == 0 ? (int)length : throw _handle.LastError($"compressing {width}x{height}");
        }
    }

    public void Dispose() => _handle.Dispose();
}
