using System.Threading.Tasks.Sources;

namespace PiLittleEye.Frames;

/// <summary>
/// One pair of eyes on a hub: always the newest frame, never a queue. Waiting allocates nothing, because the viewer itself is the
/// thing that is awaited; so one viewer serves one loop, one wait at a time.
/// </summary>
internal sealed class FrameViewer(FrameHub hub, Lock gate, FrameDelivery delivery, bool isStream, TimeSpan leastInterval)
    : IValueTaskSource<JpegFrame?>,
        IThreadPoolWorkItem,
        IDisposable
{
    private static readonly Action<object?> s_getInLine = static viewer => ((FrameViewer)viewer!).GetInLine();

    // A camera's frames are some milliseconds early or late; a limit equal to the camera's rate must not drop every other one.
    private static readonly TimeSpan s_jitter = TimeSpan.FromMilliseconds(5);

    // All guarded by the hub's gate.
    private ManualResetValueTaskSourceCore<JpegFrame?> _wait;
    private bool _isWaiting;
    private bool _hasEnded;
    private long _seen;
    private DateTimeOffset _dueAt;

    // What goes on after the wait.
    private Action<object?>? _continuation;
    private object? _state;

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

    // Whoever awaits here has no context to go back to: there is none in a server.
    void IValueTaskSource<JpegFrame?>.OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    )
    {
        (_continuation, _state) = (continuation, state);
        _wait.OnCompleted(s_getInLine, this, token, ValueTaskSourceOnCompletedFlags.None);
    }

    /// <remarks>Called by the hub with its gate held. The wait is over at once; what goes on after it has its turn later.</remarks>
    internal void Offer(JpegFrame frame)
    {
        if (_isWaiting && IsDue(frame))
        {
            _isWaiting = false;
            _wait.SetResult(Take(frame));
        }
    }

    /// <summary>The turn: what waited goes on inside this call, up to its next wait.</summary>
    internal void Resume()
    {
        var (continuation, state) = (_continuation!, _state);
        (_continuation, _state) = (null, null);
        continuation(state);
    }

    void IThreadPoolWorkItem.Execute() => Resume();

    private void GetInLine()
    {
        if (!gate.IsHeldByCurrentThread)
        {
            // The frame was quicker than the wait for it, and this is the pool already.
            Resume();
        }
        else if (IsStream && !_hasEnded)
        {
            delivery.AddUnsynchronized(this);
        }
        else
        {
            // Answering with a photo and saying goodbye are longer work.
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
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
