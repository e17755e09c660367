using PiLittleEye.Frames;
using PiLittleEye.Native.Memory;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Imaging;

/// <summary>Makes an I420 picture of a JPEG, whatever its colour planes are like. One for each capture thread.</summary>
internal sealed class JpegPictureDecoder : IDisposable
{
    private readonly JpegDecompressor _decompressor = new();
    private NativeBuffer? _chroma;

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
        var planes = Scratch(length * 2);
        _decompressor.Decompress(jpeg, header, picture.Y, planes[..length], planes.Slice(length, length));
        if (length == 0)
        {
            picture.U.Fill(128);
            picture.V.Fill(128);
            return;
        }

        ChromaScaler.ToQuarter(planes[..length], width, height, picture.U, size);
        ChromaScaler.ToQuarter(planes.Slice(length, length), width, height, picture.V, size);
    }

    public void Dispose()
    {
        ((IDisposable?)_chroma)?.Dispose();
        _decompressor.Dispose();
    }

    private Span<byte> Scratch(int length)
    {
        if (length == 0)
        {
            return [];
        }

        if (_chroma is null || _chroma.Length < length)
        {
            ((IDisposable?)_chroma)?.Dispose();
            _chroma = new NativeBuffer(length);
        }

        return _chroma.Span;
    }
}
