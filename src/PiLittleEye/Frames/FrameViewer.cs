using System.Threading.Tasks.Sources;

namespace PiLittleEye.Frames;

/// <summary>
/// One pair of eyes on a hub: always the newest frame, never a queue. Waiting allocates nothing, because the viewer itself is the
/// thing that is awaited; so one viewer serves one loop, one wait at a time.
/// </summary>
internal sealed class FrameViewer(FrameHub hub, Lock gate, bool isStream, TimeSpan leastInterval)
    : IValueTaskSource<JpegFrame?>,
        IDisposable
{
    // A camera's frames are some milliseconds early or late; a limit equal to the camera's rate must not drop every other one.
    private static readonly TimeSpan s_jitter = TimeSpan.FromMilliseconds(5);

    // All guarded by the hub's gate.
    private ManualResetValueTaskSourceCore<JpegFrame?> _wait = new() { RunContinuationsAsynchronously = true };
    private bool _isWaiting;
    private bool _hasEnded;
    private long _seen;
    private DateTimeOffset _dueAt;

    public bool IsStream { get; } = isStream;

    /// <summary>
    /// The newest frame that this viewer has not had yet, as soon as there is one. The caller releases it.
    /// Null once the viewer was ended.
    /// </summary>
    public ValueTask<JpegFrame?> NextAsync()
    {
        lock (gate)
        {
            if (_hasEnded)
            {
                return new ValueTask<JpegFrame?>((JpegFrame?)null);
            }

            var newest = _seen == 0 ? hub.LatestForNewcomerUnsynchronized : hub.LatestUnsynchronized;
            if (newest is { } latest && IsDue(latest))
            {
                return new ValueTask<JpegFrame?>(Take(latest));
            }

            _wait.Reset();
            _isWaiting = true;
            return new ValueTask<JpegFrame?>(this, _wait.Version);
        }
    }

    /// <summary>Nothing more for this viewer: a wait under way and every later one give null. From any thread, any number of times.</summary>
    public void End()
    {
        lock (gate)
        {
            _hasEnded = true;
            if (_isWaiting)
            {
                _isWaiting = false;
                _wait.SetResult(null);
            }
        }
    }

    public void Dispose()
    {
        End();
        hub.Leave(this);
    }

    JpegFrame? IValueTaskSource<JpegFrame?>.GetResult(short token) => _wait.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<JpegFrame?>.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource<JpegFrame?>.OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _wait.OnCompleted(continuation, state, token, flags);

    /// <remarks>Called by the hub with its gate held. The continuation is queued, not run here.</remarks>
    internal void Offer(JpegFrame frame)
    {
        if (_isWaiting && IsDue(frame))
        {
            _isWaiting = false;
            _wait.SetResult(Take(frame));
        }
    }

    private bool IsDue(JpegFrame frame) => frame.Sequence > _seen && (!frame.IsLive || IsDue(frame.CapturedAt));

    private bool IsDue(DateTimeOffset capturedAt) => capturedAt + s_jitter >= _dueAt || !IsReachable(_dueAt, capturedAt);

    // Only a wall clock that was put back makes a frame due later than this; waiting for the old time would stop the picture for as long.
    private bool IsReachable(DateTimeOffset due, DateTimeOffset capturedAt) => due - capturedAt <= leastInterval + s_jitter;

    private JpegFrame Take(JpegFrame frame)
    {
        _seen = frame.Sequence;
        if (leastInterval > TimeSpan.Zero && frame.IsLive)
        {
            // The due time walks by the interval, so that 10 of 15 frames a second are 10 and not 7.5; after a pause it starts anew.
            var next = _dueAt + leastInterval;
            _dueAt = next > frame.CapturedAt && IsReachable(next, frame.CapturedAt) ? next : frame.CapturedAt + leastInterval;
        }

        return frame.Hold();
    }
}
