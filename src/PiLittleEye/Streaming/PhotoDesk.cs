using PiLittleEye.Frames;

namespace PiLittleEye.Streaming;

/// <summary>Hands out single frames: the newest from memory when it is fresh enough, else the next one. However many ask, the camera is asked once.</summary>
internal sealed class PhotoDesk(TimeProvider clock)
{
    // A Pi camera takes up to five seconds to start; OctoPrint gives up after five, and finds it running at its next try.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(10);

    /// <returns>A picture, or a card when there is none to be had; the caller releases it. Null when neither came in time.</returns>
    public async Task<JpegFrame?> TakeAsync(FrameHub hub, PhotoRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var earliest = request.MustBeNewer ? now : now - request.OldestAcceptable;
        if (hub.TakeLatest() is { } latest)
        {
            if (!latest.IsLive || latest.CapturedAt >= earliest)
            {
                return latest;
            }

            latest.Release();
        }

        using var viewer = hub.Join(isStream: false);
        using var timeout = new CancellationTokenSource(s_longestWait, clock);
        using var tooLate = timeout.Token.Register(viewer.End);
        using var left = cancellationToken.Register(viewer.End);
        while (await viewer.NextAsync() is { } frame)
        {
            if (!frame.IsLive || frame.CapturedAt >= earliest)
            {
                return frame;
            }

            frame.Release();
        }

        return null;
    }
}
