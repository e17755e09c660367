using PiLittleEye.Frames;
using PiLittleEye.Lettering;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Imaging;

/// <summary>Raw frame in, finished JPEG out: turned, stamped, compressed. Belongs to one capture thread and allocates nothing for a frame.</summary>
internal sealed class FrameRenderer(JpegFramePool pool) : IDisposable
{
    private readonly JpegCompressor _compressor = new();
    private readonly JpegPictureDecoder _decoder = new();
    private readonly Stamp _stamp = new();
    private readonly RawFrame _decoded = new();
    private readonly RawFrame _turned = new();

    /// <summary>The raw frame's own memory is worked on: it may be turned and stamped afterwards.</summary>
    /// <returns>Held once, by the caller.</returns>
    /// <exception cref="JpegException">The camera's JPEG is damaged; the next one may be whole.</exception>
    public JpegFrame Render(RawFrame raw, PictureSettings settings)
    {
        if (raw.Format == PixelFormat.Mjpeg)
        {
            if (settings.ChangesNothing)
            {
                return PassThrough(raw);
            }

            // Decoding, turning and compressing again is faster than turning the compressed picture (measured: 1.5 to 2.5 times).
            _decoder.Decode(raw.Bytes, _decoded);
            _decoded.Stamp(raw.Sequence, raw.CapturedAt);
            raw = _decoded;
        }

        var picture = raw.Picture;
        if (settings.Turn.IsTransposing)
        {
            var turned = _turned.ShapeAsI420(settings.Turn.Apply(raw.Size));
            FrameRotator.Turn(picture, turned, settings.Turn);
            picture = turned;
        }
        else if (!settings.Turn.IsNone)
        {
            FrameRotator.TurnInPlace(picture, settings.Turn);
        }

        if (settings.Stamp.Enabled)
        {
            Span<char> text = stackalloc char[StampText.Room];
            var length = StampText.Write(settings.Stamp, raw.CapturedAt, text);
            _stamp.Draw(picture, text[..length], settings.Stamp.Size, settings.Stamp.Corner);
        }

        return Compress(picture, settings.Quality, raw.CapturedAt);
    }

    public void Dispose()
    {
        _compressor.Dispose();
        _decoder.Dispose();
        _decoded.Dispose();
        _turned.Dispose();
    }

    private JpegFrame Compress(I420Picture picture, int quality, DateTimeOffset capturedAt)
    {
        var (width, height) = picture.Size;
        var frame = pool.Rent(JpegCompressor.RoomFor(width, height));
        try
        {
            var length = _compressor.Compress(picture.Y, picture.U, picture.V, width, height, quality, frame.Room);
            frame.Seal(length, picture.Size, capturedAt);
            return frame;
        }
        catch
        {
            frame.Release();
            throw;
        }
    }

    private JpegFrame PassThrough(RawFrame raw)
    {
        var frame = pool.Rent(Math.Max(raw.Length, JpegCompressor.RoomFor(raw.Size.Width, raw.Size.Height)));
        raw.Bytes.CopyTo(frame.Room);
        frame.Seal(raw.Length, raw.Size, raw.CapturedAt);
        return frame;
    }
}
