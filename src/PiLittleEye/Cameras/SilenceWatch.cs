namespace PiLittleEye.Cameras;

/// <summary>
/// Looks from outside at a running capture: when no frame was published for a while it shows a card with the age, every second,
/// until frames come again or the source gives up. A frozen picture never passes for a live one.
/// </summary>
internal sealed class SilenceWatch(Camera camera, CameraCards cards, TimeProvider clock) : IDisposable
{
    // Viewers must know within two seconds; half a second is left for the way to them.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan s_repeat = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _disposed = new();

    /// <summary>Watches while the capture runs.</summary>
    public async Task<SessionEnd> DuringAsync(Func<Task<SessionEnd>> capture)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_disposed.Token);
        var watching = WatchAsync(over.Token);
        try
        {
            return await capture();
        }
        finally
        {
            await over.CancelAsync();
            await watching;
        }
    }

    public void Dispose() => _disposed.Dispose();

    private async Task WatchAsync(CancellationToken over)
    {
        var seen = camera.Status.Encoded.Total;
        var newAt = clock.GetTimestamp();
        long? shownAt = null;
        while (!over.IsCancellationRequested)
        {
            await Task.Delay(s_look, clock, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var total = camera.Status.Encoded.Total;
            if (total != seen || camera.Status.State != CameraState.Live || camera.Hub.StreamCount == 0)
            {
                // A camera that starts is no silent one: its page says "connecting", and the source has its own limit.
                (seen, newAt, shownAt) = (total, clock.GetTimestamp(), null);
                continue;
            }

            var age = clock.GetElapsedTime(newAt);
            if (!over.IsCancellationRequested && age >= Patience() && (shownAt is null || clock.GetElapsedTime(shownAt.Value) >= s_repeat))
            {
                shownAt = clock.GetTimestamp();
                cards.ShowSilent(age);
            }
        }
    }

    // A camera set to one frame in a second is not silent after one and a half.
    private TimeSpan Patience()
    {
        var framesPerSecond = camera.Settings.Current.FramesPerSecond;
        var two = TimeSpan.FromSeconds(2.0 / framesPerSecond);
        return two > s_patience ? two : s_patience;
    }
}
