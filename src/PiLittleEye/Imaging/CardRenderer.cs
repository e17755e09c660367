using PiLittleEye.Frames;
using PiLittleEye.Lettering;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Imaging;

/// <summary>Makes message cards: frames that say why there is no picture. From any thread; cards are rare.</summary>
internal sealed class CardRenderer(TimeProvider clock) : IDisposable
{
    // Flat colour and thin letters: ringing shows early, and a card is small anyway.
    private const int Quality = 90;

    private readonly Lock _gate = new();
    private readonly JpegCompressor _compressor = new();
    private readonly MessageCard _card = new();
    private readonly RawFrame _canvas = new();

    /// <param name="explanation">Below the title; a line feed begins a new paragraph.</param>
    /// <returns>Held once, by the caller.</returns>
    public JpegFrame Render(JpegFramePool pool, Resolution size, NoPicture reason, string explanation, CardTone tone)
    {
        lock (_gate)
        {
            var picture = _canvas.ShapeAsI420(size);
            _card.Draw(picture, reason.Title, explanation, tone);
            var frame = pool.Rent(JpegCompressor.RoomFor(size.Width, size.Height));
            try
            {
                var length = _compressor.Compress(picture.Y, picture.U, picture.V, size.Width, size.Height, Quality, frame.Room);
                frame.Seal(length, size, clock.GetUtcNow(), reason);
                return frame;
            }
            catch
            {
                frame.Release();
                throw;
            }
        }
    }

    public void Dispose()
    {
        // A card that is being drawn for a late viewer needs its memory to the end.
        lock (_gate)
        {
            _compressor.Dispose();
            _canvas.Dispose();
        }
    }
}
