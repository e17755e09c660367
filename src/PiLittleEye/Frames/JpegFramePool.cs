namespace PiLittleEye.Frames;

/// <summary>Keeps a few encoded frames' memory for reuse. A stalled viewer pins one frame; the pool never holds more than a handful.</summary>
internal sealed class JpegFramePool : IDisposable
{
    // One is being encoded, one is the newest, one is on its way to viewers, one is spare. More only pays when many are slow.
    private const int Spare = 4;

    private readonly Lock _gate = new();
    private readonly Stack<JpegFrame> _free = new(Spare);
    private bool _isClosed;

    /// <summary>A frame with one holder: the caller.</summary>
    public JpegFrame Rent(int capacity)
    {
        lock (_gate)
        {
            while (_free.TryPop(out var used))
            {
                if (used.Capacity == capacity)
                {
                    used.Reset();
                    return used;
                }

                // The picture size changed; buffers of the old size will not be asked for again soon.
                used.Dispose();
            }
        }

        var fresh = new JpegFrame(this, capacity);
        fresh.Reset();
        return fresh;
    }

    /// <summary>Frees what is kept; frames still held somewhere are freed when they come back.</summary>
    public void Trim()
    {
        lock (_gate)
        {
            while (_free.TryPop(out var frame))
            {
                frame.Dispose();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
        }

        Trim();
    }

    internal void Return(JpegFrame frame)
    {
        lock (_gate)
        {
            if (!_isClosed && _free.Count < Spare)
            {
                _free.Push(frame);
                return;
            }
        }

        frame.Dispose();
    }
}
