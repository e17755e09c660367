using System.Text;

namespace PiLittleEye.Tests.Support;

/// <summary>A server that says something once and then something else for ever; what is written to it is gone. Never waits, so that what its reader costs can be measured on one thread.</summary>
internal sealed class EndlessStream(string first, string forEver) : Stream
{
    private readonly byte[] _first = Encoding.Latin1.GetBytes(first);
    private readonly byte[] _forEver = Encoding.Latin1.GetBytes(forEver);

    /// <summary>Octets taken so far.</summary>
    public long Taken { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        for (var i = 0; i < count; i++, Taken++)
        {
            buffer[offset + i] = Taken < _first.Length ? _first[Taken] : _forEver[(Taken - _first.Length) % _forEver.Length];
        }

        return count;
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < buffer.Length; i++, Taken++)
        {
            buffer.Span[i] = Taken < _first.Length ? _first[Taken] : _forEver[(Taken - _first.Length) % _forEver.Length];
        }

        return new(buffer.Length);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => default;

    public override void Write(byte[] buffer, int offset, int count) { }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
