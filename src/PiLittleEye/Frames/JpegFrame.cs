using PiLittleEye.Native.Memory;

namespace PiLittleEye.Frames;

/// <summary>
/// An encoded picture ready to hand out, in native memory shared by everybody who sends it. Counted: each holder releases it once,
/// and the last one gives the memory back to the pool. Room is left around the JPEG, so that a sender can put its header and trailer
/// there once and every viewer's copy leaves in one write.
/// </summary>
internal sealed class JpegFrame(JpegFramePool pool, int capacity) : IDisposable
{
    // A multipart header with all of its fields is about 150 bytes.
    public const int HeadRoom = 256;
    public const int TailRoom = 64;

    private readonly NativeBuffer _memory = new(HeadRoom + capacity + TailRoom);
    private readonly Lock _wrapping = new();
    private int _holders;
    private FrameWrapping _wrapped;
    private volatile bool _isWrapped;

    public int Capacity { get; } = capacity;

    /// <summary>Where the encoder writes.</summary>
    public Span<byte> Room => _memory.Span.Slice(HeadRoom, Capacity);

    public ReadOnlyMemory<byte> Jpeg => _memory.Memory.Slice(HeadRoom, Length);

    public int Length { get; private set; }

    public Resolution Size { get; private set; }

    /// <summary>The moment of capture; for a card, the moment it was drawn.</summary>
    public DateTimeOffset CapturedAt { get; private set; }

    /// <summary>Null for a live picture; for a card, what it says.</summary>
    public NoPicture? NoPicture { get; private set; }

    /// <summary>Grows by one with everything a hub publishes. Set by the hub.</summary>
    public long Sequence { get; set; }

    public bool IsLive => NoPicture is null;

    /// <summary>Called once by whoever filled <see cref="Room"/>, before the frame is published.</summary>
    public void Seal(int length, Resolution size, DateTimeOffset capturedAt, NoPicture? noPicture = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)Capacity);
        (Length, Size, CapturedAt, NoPicture) = (length, size, capturedAt, noPicture);
    }

    /// <summary>The JPEG with a sender's header and trailer around it; they are written by the first who asks and shared by all after that.</summary>
    /// <param name="isFramed">With the outer framing, or only with the inner header and trailer.</param>
    public ReadOnlyMemory<byte> Wrap(IFrameWrapper wrapper, bool isFramed)
    {
        if (!_isWrapped)
        {
            lock (_wrapping)
            {
                if (!_isWrapped)
                {
                    _wrapped = WriteAround(wrapper);
                    _isWrapped = true;
                }
            }
        }

        var head = _wrapped.Head + (isFramed ? _wrapped.OuterHead : 0);
        var tail = _wrapped.Tail + (isFramed ? _wrapped.OuterTail : 0);
        return _memory.Memory.Slice(HeadRoom - head, head + Length + tail);
    }

    /// <summary>One more holder. Only for somebody who knows that another holder keeps the frame alive meanwhile.</summary>
    public JpegFrame Hold()
    {
        Interlocked.Increment(ref _holders);
        return this;
    }

    public void Release()
    {
        var left = Interlocked.Decrement(ref _holders);
        ArgumentOutOfRangeException.ThrowIfNegative(left);
        if (left == 0)
        {
            pool.Return(this);
        }
    }

    public void Dispose() => ((IDisposable)_memory).Dispose();

    internal void Reset()
    {
        _isWrapped = false;
        Length = 0;
        _holders = 1;
    }

    // The head ends where the JPEG begins, so it is written elsewhere first and moved.
    private FrameWrapping WriteAround(IFrameWrapper wrapper)
    {
        Span<byte> head = stackalloc byte[HeadRoom];
        var wrapped = wrapper.Wrap(this, head, _memory.Span.Slice(HeadRoom + Length, TailRoom));
        var length = wrapped.OuterHead + wrapped.Head;
        head[..length].CopyTo(_memory.Span[(HeadRoom - length)..]);
        return wrapped;
    }
}
