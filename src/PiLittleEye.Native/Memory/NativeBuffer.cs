using System.Buffers;

namespace PiLittleEye.Native.Memory;

/// <summary>
/// A block of page-aligned memory outside the managed heap, handed out as spans and as <see cref="Memory{T}"/>.
/// Mapped, not malloc'ed: only pages that were touched count, and freeing gives them back to the system at once.
/// </summary>
internal sealed unsafe class NativeBuffer : MemoryManager<byte>
{
    private readonly MappedMemory _mapping;

    public NativeBuffer(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _mapping = MappedMemory.Anonymous(length);
    }

    public int Length => _mapping.Length;

    public Span<byte> Span => GetSpan();

    public override Span<byte> GetSpan()
    {
        ObjectDisposedException.ThrowIf(_mapping.IsClosed, this);
        return new Span<byte>(_mapping.Start, _mapping.Length);
    }

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        ObjectDisposedException.ThrowIf(_mapping.IsClosed, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)Length);
        return new MemoryHandle(_mapping.Start + elementIndex);
    }

    public override void Unpin()
    {
        // Native memory does not move.
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _mapping.Dispose();
        }
    }
}
