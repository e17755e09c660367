using PiLittleEye.Frames;
using PiLittleEye.Imaging;
using PiLittleEye.Lettering;

namespace PiLittleEye.Streaming;

/// <summary>The last part of a stream that the service ends itself, so that nobody looks at a frozen picture and thinks it live.</summary>
internal sealed class GoodbyeCard(CardRenderer renderer) : IDisposable
{
    private readonly JpegFramePool _pool = new();

    /// <returns>Held once, by the caller.</returns>
    public JpegFrame Make(StreamEnd end, Resolution size)
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

    public void Dispose() => _pool.Dispose();
}
