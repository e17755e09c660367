using PiLittleEye.Frames;
using PiLittleEye.Native.Memory;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Imaging;

/// <summary>Makes an I420 picture of a JPEG, whatever its colour planes are like. One for each capture thread.</summary>
internal sealed class JpegPictureDecoder : IDisposable
{
    private readonly JpegDecompressor _decompressor = new();
    private NativeBuffer? _scratch;

    /// <exception cref="JpegException">The bytes cannot be decoded.</exception>
    public void Decode(ReadOnlySpan<byte> jpeg, RawFrame into)
    {
        var header = _decompressor.ReadHeader(jpeg);
        var size = new Resolution(header.Width, header.Height);
        if (!size.IsUsable)
        {
            throw new JpegException($"a picture of {size} cannot be shown");
        }

        var picture = into.ShapeAsI420(size);
        if (header.Subsampling == ChromaSubsampling.Quarter420)
        {
            _decompressor.Decompress(jpeg, header, picture.Y, picture.U, picture.V);
            return;
        }

        var (width, height) = JpegDecompressor.ChromaSize(header);
        var length = width * height;
        var planes = Scratch(size.Pixels + (length * 2));
        var y = planes[..size.Pixels];
        var u = planes.Slice(size.Pixels, length);
        var v = planes.Slice(size.Pixels + length, length);
        _decompressor.Decompress(jpeg, header, y, u, v);
        DecodedPixels.ToI420(Rows(y, size.Width, size.Height), Rows(u, width, height), Rows(v, width, height), header.Subsampling, picture);
    }

    public void Dispose()
    {
        ((IDisposable?)_scratch)?.Dispose();
        _decompressor.Dispose();
    }

    private static PixelRows Rows(ReadOnlySpan<byte> plane, int width, int height) =>
        height == 0 ? default : new PixelRows(plane, width, width, height);

    private Span<byte> Scratch(int length)
    {
        if (_scratch is null || _scratch.Length < length)
        {
            ((IDisposable?)_scratch)?.Dispose();
            _scratch = new NativeBuffer(length);
        }

        return _scratch.Span;
    }
}
