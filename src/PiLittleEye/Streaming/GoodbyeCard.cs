using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;

namespace PiLittleEye.Streaming;

/// <summary>The last part of a stream that the service ends itself, so that nobody looks at a frozen picture and thinks it live.</summary>
internal sealed class GoodbyeCard(CardRenderer renderer, TimeProvider clock) : IDisposable
{
    // Fifty streams that end together get one card: drawing takes longer than all the rest of their end. Its moment is still right then.
    private static readonly TimeSpan s_kept = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly JpegFramePool _pool = new();
    private JpegFrame? _last;
    private StreamEnd _lastEnd;
    private long _lastDrawn;

    /// <returns>Held once, by the caller.</returns>
    public JpegFrame Make(StreamEnd end, Resolution size)
    {
        lock (_gate)
        {
            if (_last is null || _lastEnd != end || _last.Size != size || clock.GetElapsedTime(_lastDrawn) > s_kept)
            {
                _last?.Release();
                _last = null;
                _last = Draw(end, size);
                (_lastEnd, _lastDrawn) = (end, clock.GetTimestamp());
            }

            return _last.Hold();
        }
    }

    private JpegFrame Draw(StreamEnd end, Resolution size)
    {
        var reason = end switch
        {
            StreamEnd.SignedOut => new NoPicture(
                "signed-out",
                "Signed out",
                "The session this stream was opened under has ended.",
                "Sign in again to go on watching."
            ),
            StreamEnd.SentAway => new NoPicture(
                "sent-away",
                "Ended by an administrator",
                "Somebody who looks after this camera ended this stream.",
                "Ask before you open it again."
            ),
            _ => new NoPicture(
                "stopping",
                "Camera restarts",
                "The camera service is being stopped.",
                "The picture comes back when it runs again."
            ),
        };
        return renderer.Render(_pool, size, reason, $"{reason.Explanation}\n{reason.Remedy}", CardTone.Calm);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _last?.Release();
            _last = null;
            _pool.Dispose();
        }
    }
}
