using System.Collections.Immutable;
using PiLittleEye.Native.Memory;
using static PiLittleEye.Native.V4l2.VideoDeviceConstants;
using static PiLittleEye.Native.V4l2.VideoDeviceStructs;

namespace PiLittleEye.Native.V4l2;

/// <summary>
/// A frame in the driver's own memory, borrowed until Dispose gives it back to be filled again. One object for each buffer of the
/// stream, used over and over, so that a frame costs no allocation.
/// </summary>
internal sealed unsafe class VideoBuffer : IDisposable
{
    private readonly VideoStream _stream;
    private readonly ImmutableArray<MappedMemory> _planes;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private bool _isBorrowed;

    internal VideoBuffer(VideoStream stream, int index, ImmutableArray<MappedMemory> planes)
    {
        _stream = stream;
        _planes = planes;
        _starts = new int[planes.Length];
        _ends = new int[planes.Length];
        Index = index;
    }

    public int PlaneCount => _planes.Length;

    /// <summary>Counted by the driver; wraps at 32 bits.</summary>
    public uint Sequence { get; private set; }

    /// <summary>The driver knows that the picture is damaged.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Moment of the picture on CLOCK_MONOTONIC; null when the driver stamps with another clock or not at all.</summary>
    public TimeSpan? TakenAt { get; private set; }

    internal int Index { get; }

    /// <summary>The bytes the driver filled in one plane, never more than the plane has.</summary>
    public ReadOnlySpan<byte> Plane(int plane)
    {
        ObjectDisposedException.ThrowIf(!_isBorrowed, this);
        return new ReadOnlySpan<byte>(_planes[plane].Start + _starts[plane], _ends[plane] - _starts[plane]);
    }

    /// <exception cref="Libc.NativeCallException">The driver no longer takes it: the device has gone.</exception>
    public void Dispose()
    {
        if (_isBorrowed)
        {
            _isBorrowed = false;
            _stream.Queue(this);
        }
    }

    internal void Lend(in v4l2_buffer filled, ReadOnlySpan<v4l2_plane> planes)
    {
        for (var i = 0; i < _planes.Length; i++)
        {
            var (start, end) = planes.IsEmpty ? (0u, filled.bytesused) : (planes[i].data_offset, planes[i].bytesused);
            _ends[i] = (int)Math.Min(end, (uint)_planes[i].Length);
            _starts[i] = (int)Math.Min(start, (uint)_ends[i]);
        }

        Sequence = filled.sequence;
        IsDamaged = (filled.flags & V4L2_BUF_FLAG_ERROR) != 0;
        TakenAt =
            (filled.flags & V4L2_BUF_FLAG_TIMESTAMP_MASK) == V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC
                ? TimeSpan.FromTicks(
                    (filled.timestamp_sec * TimeSpan.TicksPerSecond) + (filled.timestamp_usec * TimeSpan.TicksPerMicrosecond)
                )
                : null;
        _isBorrowed = true;
    }

    /// <summary>The stream ends: whoever still holds the buffer finds it closed, not unmapped.</summary>
    internal void Withdraw()
    {
        _isBorrowed = false;
        foreach (var plane in _planes)
        {
            plane.Dispose();
        }
    }
}
