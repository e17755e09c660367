using PiLittleEye.Native.Memory;

namespace PiLittleEye.Frames;

/// <summary>
/// One captured picture before it is encoded, in native memory that is reused for the next one.
/// Belongs to one thread; whoever wants to keep it encodes it.
/// </summary>
internal sealed class RawFrame : IDisposable
{
    private NativeBuffer? _memory;

    public Resolution Size { get; private set; }

    public PixelFormat Format { get; private set; }

    /// <summary>Bytes in use: all of <see cref="Resolution.I420Length"/>, or the length of the JPEG.</summary>
    public int Length { get; private set; }

    /// <summary>Counted by the device or, where it does not count, by its source; a gap means that frames were lost.</summary>
    public long Sequence { get; private set; }

    /// <summary>When the sensor delivered it, not when it was processed.</summary>
    public DateTimeOffset CapturedAt { get; private set; }

    public I420Picture Picture =>
        Format == PixelFormat.I420 && _memory is { } memory
            ? new I420Picture(memory.Span, Size)
            : throw new InvalidOperationException("The frame is compressed or empty.");

    public Span<byte> Bytes => _memory is null ? [] : _memory.Span[..Length];

    /// <summary>Makes room for an I420 picture; what was in the frame is gone.</summary>
    public I420Picture ShapeAsI420(Resolution size)
    {
        Reserve(size.I420Length);
        (Size, Format, Length) = (size, PixelFormat.I420, size.I420Length);
        return Picture;
    }

    /// <summary>Makes room for <paramref name="length"/> bytes of JPEG; what was in the frame is gone.</summary>
    public Span<byte> ShapeAsMjpeg(Resolution size, int length)
    {
        Reserve(length);
        (Size, Format, Length) = (size, PixelFormat.Mjpeg, length);
        return Bytes;
    }

    public void Stamp(long sequence, DateTimeOffset capturedAt) => (Sequence, CapturedAt) = (sequence, capturedAt);

    public void Dispose()
    {
        ((IDisposable?)_memory)?.Dispose();
        _memory = null;
    }

    private void Reserve(int length)
    {
        if (_memory is null || _memory.Length < length)
        {
            Dispose();
            _memory = new NativeBuffer(length);
        }
    }
}
