using PiLittleEye.Health;

namespace PiLittleEye.Cameras;

/// <summary>Wakes the worker when somebody comes to look, or when the owner switches the camera on for good.</summary>
internal sealed class InterestSignal : IDisposable
{
    // A camera that was missing may be plugged in while nobody looks; monitors should hear of it within a minute.
    private static readonly TimeSpan s_askEvery = TimeSpan.FromMinutes(1);

    // The worker's pulse must beat while it sleeps.
    private static readonly TimeSpan s_beat = TimeSpan.FromSeconds(5);

    private readonly Camera _camera;
    private readonly SemaphoreSlim _wake = new(0, 1);

    public InterestSignal(Camera camera)
    {
        _camera = camera;
        camera.Hub.Wanted += Wake;
        camera.Settings.Changed += Wake;
    }

    private bool IsWanted => _camera.Settings.Current.AlwaysOn || _camera.Hub.IdleFor <= CaptureSession.Linger;

    /// <summary>Returns when pictures are wanted, or when the service stops.</summary>
    public async Task WaitAsync(Heartbeat heartbeat, CameraProbe probe, TimeProvider clock, CancellationToken stopping)
    {
        var askedAt = clock.GetTimestamp();
        while (!stopping.IsCancellationRequested)
        {
            heartbeat.Beat();
            if (IsWanted)
            {
                return;
            }

            if (_camera.Status.State == CameraState.Unavailable && clock.GetElapsedTime(askedAt) >= s_askEvery)
            {
                askedAt = clock.GetTimestamp();
                await probe.AskAsync();
            }

            // A card of yesterday's trouble must not greet the next visitor.
            _camera.Hub.Clear();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            var waking = _wake.WaitAsync(either.Token);
            await Task.WhenAny(waking, Task.Delay(s_beat, clock, either.Token));
            await either.CancelAsync();
        }
    }

    public void Dispose()
    {
        _camera.Hub.Wanted -= Wake;
        _camera.Settings.Changed -= Wake;
        _wake.Dispose();
    }

    private void Wake(CameraSettings settings) => Wake();

    private void Wake()
    {
        try
        {
            _wake.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody has knocked already.
        }
    }
}
