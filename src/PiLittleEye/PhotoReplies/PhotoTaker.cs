using PiLittleEye.Frames;

namespace PiLittleEye.PhotoReplies;

/// <summary>
/// Takes one photo that is newer than the wish for it: starts the camera when it is off, and lets it get used to the light first. Never an
/// old picture (PCB-W4): when the camera gives none, the reason takes its place.
/// </summary>
internal sealed class PhotoTaker(TimeProvider clock)
{
    // A Pi camera takes up to five seconds to start, and a first try may fail.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(10);

    // Cameras find their exposure within a second and a half, at any rate of frames; whoever looks at a still thing has it sooner.
    private static readonly TimeSpan s_longestSettling = TimeSpan.FromSeconds(1.5);

    // Older than this it is no sign that the camera runs.
    private static readonly TimeSpan s_running = TimeSpan.FromSeconds(2);

    private static readonly NoPicture s_silent = new(
        "no-frames",
        "No picture in time",
        "The camera sent no picture within ten seconds.",
        "Ask again in a minute; the camera's page says what is wrong if that does not help."
    );

    public async Task<TakenPhoto> TakeAsync(FrameHub hub, CancellationToken cancellationToken)
    {
        var askedAt = clock.GetUtcNow();
        var settling = IsRunning(hub, askedAt) ? null : new ExposureWatch(s_longestSettling);
        using var viewer = hub.Join(isStream: false);
        using var timeout = new CancellationTokenSource(s_longestWait, clock);
        using var tooLate = timeout.Token.Register(viewer.End);
        using var stopped = cancellationToken.Register(viewer.End);
        TakenPhoto? best = null;
        while (await viewer.NextAsync() is { } frame)
        {
            try
            {
                if (!frame.IsLive)
                {
                    // One from before may be over already.
                    if (frame.CapturedAt >= askedAt)
                    {
                        return TakenPhoto.Failed(frame.NoPicture!);
                    }

                    best ??= TakenPhoto.Failed(frame.NoPicture!);
                }
                else if (frame.CapturedAt >= askedAt)
                {
                    best = new TakenPhoto(frame.Jpeg.ToArray(), frame.CapturedAt, Reason: null);
                    if (settling is null || settling.IsSettledBy(frame.Length, frame.CapturedAt))
                    {
                        return best;
                    }
                }
            }
            finally
            {
                frame.Release();
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return best ?? TakenPhoto.Failed(s_silent);
    }

    private static bool IsRunning(FrameHub hub, DateTimeOffset now)
    {
        if (hub.TakeLatest() is not { } latest)
        {
            return false;
        }

        var isRunning = latest.IsLive && now - latest.CapturedAt <= s_running;
        latest.Release();
        return isRunning;
    }
}
