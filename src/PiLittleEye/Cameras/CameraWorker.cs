using PiLittleEye.Frames;
using PiLittleEye.Health;

namespace PiLittleEye.Cameras;

/// <summary>
/// Keeps one camera running while somebody looks: starts it, watches it for silence, shows a card with the reason when it fails,
/// and tries again. What is not a camera's fault is not caught here and ends the process.
/// </summary>
internal sealed class CameraWorker(
    Camera camera,
    CameraCards cards,
    Heartbeats heartbeats,
    TimeZoneInfo machineZone,
    TimeProvider clock,
    ILogger<CameraWorker> logger
)
{
    // Looking for a camera may take eight seconds on a slow card and its first frame ten; more is a thread that hangs.
    private static readonly TimeSpan s_longestSilence = TimeSpan.FromSeconds(20);

    // A card that tells an age must be true to the second.
    private static readonly TimeSpan s_cardInterval = TimeSpan.FromSeconds(1);

    // A camera that gives a few frames and fails again is no better than one that gives none, and is not asked more often.
    private static readonly TimeSpan s_steady = TimeSpan.FromSeconds(10);

    private readonly Heartbeat _heartbeat = heartbeats.Add($"camera {camera.Id}", s_longestSilence);
    private readonly FaultReport _report = new(camera.Source, clock, logger);
    private CameraUnavailableException? _unplugged;
    private long? _framesSince;
    private int _failures;

    public async Task RunAsync(CancellationToken stopping)
    {
        using var interest = new InterestSignal(camera);
        var probe = new CameraProbe(camera);
        using var silence = new SilenceWatch(camera, cards, clock);
        await probe.AskAsync();
        while (!stopping.IsCancellationRequested)
        {
            await interest.WaitAsync(_heartbeat, probe, clock, stopping);
            if (stopping.IsCancellationRequested)
            {
                return;
            }

            // While it is tried again, the reason stands.
            var reason = camera.Status.Reason;
            camera.Status.Becomes(reason is null ? CameraState.Starting : CameraState.Unavailable, reason: reason);
            _framesSince = null;
            try
            {
                await probe.AskAgainIfUnknownAsync();
                var end = await silence.DuringAsync(() =>
                    new CaptureSession(camera, _heartbeat, machineZone, FramesCome, stopping).RunAsync()
                );
                camera.Hub.Clear();
                camera.Pool.Trim();
                camera.Status.Becomes(CameraState.Idle);
                _failures = 0;
                logger.SessionEnded(camera.Id, end);
            }
            catch (CameraUnavailableException failure)
            {
                var fault = StillUnplugged(PowerSupply.Blame(failure));
                var wasSteady = _framesSince is { } since && clock.GetElapsedTime(since) >= s_steady;
                _failures = wasSteady ? 1 : _failures + 1;
                _report.Failed(fault);
                probe.Forget(fault.Fault);
                camera.Status.Becomes(CameraState.Unavailable, reason: fault.Reason);
                await ShowReasonAsync(fault.Reason, RetryPolicy.DelayAfter(_failures), stopping);
            }
        }
    }

    // Called on the capture thread while the loop above awaits its end, so the two never meet.
    private void FramesCome(CaptureMode mode)
    {
        _framesSince = clock.GetTimestamp();
        _unplugged = null;
        camera.Status.Becomes(CameraState.Live, mode);
        if (_report.Recovered())
        {
            logger.SessionStarted(camera.Id, camera.Source.Name, mode);
        }
    }

    // While the camera that was pulled out is looked for, "no camera" is no news, and its remedy is for one that never was there.
    private CameraUnavailableException StillUnplugged(CameraUnavailableException fault)
    {
        _unplugged = fault.Fault switch
        {
            CameraFault.Unplugged => fault,
            CameraFault.NoDevice => _unplugged,
            _ => null,
        };
        return _unplugged ?? fault;
    }

    private async Task ShowReasonAsync(NoPicture reason, TimeSpan delay, CancellationToken stopping)
    {
        var startedAt = clock.GetTimestamp();
        while (!stopping.IsCancellationRequested)
        {
            _heartbeat.Beat();
            cards.ShowUnavailable(reason);
            var left = delay - clock.GetElapsedTime(startedAt);
            if (left <= TimeSpan.Zero)
            {
                return;
            }

            await Task.Delay(left < s_cardInterval ? left : s_cardInterval, clock, stopping)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
