using PiLittleEye.Frames;

namespace PiLittleEye.Cameras;

/// <summary>How one camera is doing. Written by its worker, read by pages and by the watchdog's status line.</summary>
internal sealed class CameraStatus(TimeProvider clock)
{
    private volatile Snapshot _now = new(CameraState.Idle, Reason: null, Mode: null, clock.GetUtcNow(), clock.GetTimestamp());

    public CameraState State => _now.State;

    public NoPicture? Reason => _now.Reason;

    /// <summary>What the device agreed to, while it runs.</summary>
    public CaptureMode? Mode => _now.Mode;

    /// <summary>Since when it is in this state.</summary>
    public DateTimeOffset Since => _now.Since;

    /// <summary>For how long; true also when the wall clock jumps, as it does on a board without a battery when the network comes.</summary>
    public TimeSpan Lasts => clock.GetElapsedTime(_now.Timestamp);

    /// <summary>What the device said of itself when it was last asked; null before that.</summary>
    public CameraDescription? Description { get; set; }

    /// <summary>Frames that the device delivered.</summary>
    public RateMeter Captured { get; } = new(clock);

    /// <summary>Frames that were compressed. One for all viewers: it does not grow with them.</summary>
    public RateMeter Encoded { get; } = new(clock);

    public void Becomes(CameraState state, CaptureMode? mode = null, NoPicture? reason = null)
    {
        if (_now.State != state || _now.Reason != reason || _now.Mode != mode)
        {
            _now = new Snapshot(state, reason, mode, clock.GetUtcNow(), clock.GetTimestamp());
        }
    }

    private sealed record Snapshot(CameraState State, NoPicture? Reason, CaptureMode? Mode, DateTimeOffset Since, long Timestamp);
}
