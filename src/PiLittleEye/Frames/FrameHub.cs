namespace PiLittleEye.Frames;

/// <summary>
/// One camera's meeting point: the camera publishes, viewers take the newest. A viewer that falls behind skips frames and never
/// delays the camera. The hub also knows whether anybody looks, so that the camera runs only then.
/// </summary>
internal sealed class FrameHub
{
    // Viewers must learn of a silent camera within two seconds; an older picture would be taken for a live one.
    private static readonly TimeSpan s_oldest = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _clock;
    private readonly Lock _gate = new();
    private readonly FrameDelivery _delivery;
    private readonly List<FrameViewer> _viewers = [];
    private JpegFrame? _latest;
    private long _sequence;
    private long? _lastWantedAt;

    public FrameHub(string cameraId, TimeProvider clock)
    {
        (CameraId, Name, _clock) = (cameraId, cameraId, clock);
        _delivery = new FrameDelivery(cameraId, _gate);
    }

    /// <summary>Raised, without any lock held, when somebody wants pictures and nobody did before.</summary>
    public event Action? Wanted;

    public string CameraId { get; }

    /// <summary>For people.</summary>
    public string Name { get; init; }

    /// <summary>Streams that are open; a photo that is being waited for does not count.</summary>
    public int StreamCount
    {
        get
        {
            lock (_gate)
            {
                return _viewers.Count(viewer => viewer.IsStream);
            }
        }
    }

    /// <summary>Zero while somebody looks or waits; else the time since the last one left, or for ever when nobody came yet.</summary>
    public TimeSpan IdleFor
    {
        get
        {
            lock (_gate)
            {
                return _viewers.Count > 0 ? TimeSpan.Zero
                    : _lastWantedAt is { } moment ? _clock.GetElapsedTime(moment)
                    : TimeSpan.MaxValue;
            }
        }
    }

    /// <summary>Makes the frame the newest and hands it to whoever waits. Takes over the caller's hold.</summary>
    public void Publish(JpegFrame frame)
    {
        JpegFrame? previous;
        bool isBehind;
        lock (_gate)
        {
            isBehind = _delivery.IsBehindUnsynchronized;
            frame.Sequence = ++_sequence;
            previous = _latest;
            _latest = frame;
            foreach (var viewer in _viewers)
            {
                viewer.Offer(frame);
            }
        }

        _delivery.Begin(isBehind);
        previous?.Release();
    }

    /// <summary>Forgets the newest frame, so that nobody is ever shown it later as a live one.</summary>
    public void Clear()
    {
        JpegFrame? previous;
        lock (_gate)
        {
            previous = _latest;
            _latest = null;
        }

        previous?.Release();
    }

    /// <summary>The newest frame or null. The caller releases it. Counts as interest: whoever polls keeps the camera on.</summary>
    public JpegFrame? TakeLatest()
    {
        JpegFrame? frame;
        bool wasIdle;
        lock (_gate)
        {
            wasIdle = _viewers.Count == 0;
            _lastWantedAt = _clock.GetTimestamp();
            frame = _latest?.Hold();
        }

        if (wasIdle && frame is null)
        {
            Wanted?.Invoke();
        }

        return frame;
    }

    /// <summary>Comes to look. Dispose to leave.</summary>
    /// <param name="isStream">False for a photo: it waits for one frame and is not counted as a viewer.</param>
    /// <param name="leastInterval">At most one frame in this time; zero for all.</param>
    public FrameViewer Join(bool isStream, TimeSpan leastInterval = default)
    {
        var viewer = new FrameViewer(this, _gate, _delivery, isStream, leastInterval);
        bool isFirst;
        lock (_gate)
        {
            isFirst = _viewers.Count == 0;
            _viewers.Add(viewer);
        }

        if (isFirst)
        {
            Wanted?.Invoke();
        }

        return viewer;
    }

    internal void Leave(FrameViewer viewer)
    {
        lock (_gate)
        {
            if (_viewers.Remove(viewer))
            {
                _lastWantedAt = _clock.GetTimestamp();
            }
        }
    }

    /// <summary>The newest frame, when it may be shown to somebody who has seen nothing yet: a card, or a picture that is not old.</summary>
    /// <remarks>Only with the gate held.</remarks>
    internal JpegFrame? LatestForNewcomerUnsynchronized =>
        _latest is { IsLive: true } && _clock.GetUtcNow() - _latest.CapturedAt > s_oldest ? null : _latest;

    /// <remarks>Only with the gate held.</remarks>
    internal JpegFrame? LatestUnsynchronized => _latest;
}
