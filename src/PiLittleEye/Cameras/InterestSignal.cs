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
    private Task? _waking;

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
            // Kept from beat to beat: a wait that is given up may still swallow a knock.
            _waking ??= _wake.WaitAsync(stopping);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            await Task.WhenAny(_waking, Task.Delay(s_beat, clock, over.Token));
            await over.CancelAsync();
            if (_waking.IsCompleted)
            {
                _waking = null;
            }
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
        catch (Exception needless) when (needless is SemaphoreFullException or ObjectDisposedException)
        {
            // Somebody has knocked already, or came while the service stops.
        }
    }
}
