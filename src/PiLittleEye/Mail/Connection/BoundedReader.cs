namespace PiLittleEye.Mail.Connection;

/// <summary>Takes lines and counted octets from a stream, never more than it is told, and never holds more than one line.</summary>
/// <param name="server">Whom to name when it talks too much or stops.</param>
internal sealed class BoundedReader(MailServer server)
{
    private const int FirstSize = 4 * 1024;

    private byte[] _buffer = new byte[FirstSize];
    private int _start;
    private int _end;

    /// <summary>Octets that may still come until the caller sets it anew.</summary>
    public long Allowance { get; set; } = MailLimits.Step;

    /// <summary>After STARTTLS: what came in the clear behind the server's consent must never be taken for its encrypted words (CVE-2026-41319).</summary>
    public void ThrowAway() => _start = _end = 0;

    /// <returns>Without the line end (CR LF, or LF alone); good until the next read.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> LineAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                return Take(searched + found, most);
            }

            searched = _end - _start;
            if (searched > most)
            {
                throw TooMuch($"a line of more than {most} octets");
            }

            await FillAsync(stream, cancellationToken);
        }
    }

    /// <summary>A line that is there already: most come several at a time, and need no alarm clock each.</summary>
    /// <returns>False when it is not, or may not be taken; <see cref="LineAsync"/> says why.</returns>
    public bool TryLine(int most, out ReadOnlyMemory<byte> line)
    {
        var found = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        var isTaken = found >= 0 && found <= most && found < Allowance;
        line = isTaken ? Take(found, most) : default;
        return isTaken;
    }

    /// <summary>Fills all of <paramref name="destination"/>.</summary>
    public async ValueTask OctetsAsync(Stream stream, Memory<byte> destination, CancellationToken cancellationToken)
    {
        Spend(destination.Length);
        var held = Math.Min(destination.Length, _end - _start);
        _buffer.AsSpan(_start, held).CopyTo(destination.Span);
        _start += held;
        for (var got = held; got < destination.Length; )
        {
            var more = await stream.ReadAsync(destination[got..], cancellationToken);
            got += more > 0 ? more : throw Closed();
        }
    }

    private ReadOnlyMemory<byte> Take(int length, int most)
    {
        var line = _buffer.AsMemory(_start, length);
        Spend(length + 1);
        _start += length + 1;
        line = line.Length > 0 && line.Span[^1] == '\r' ? line[..^1] : line;
        return line.Length <= most ? line : throw TooMuch($"a line of more than {most} octets");
    }

    private async ValueTask FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var more = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += more > 0 ? more : throw Closed();
    }

    private void Spend(long octets)
    {
        Allowance -= octets;
        if (Allowance < 0)
        {
            throw TooMuch("far more than was asked for");
        }
    }

    private MailUnavailableException TooMuch(string what) =>
        new(
            "answer-too-long",
            $"The mail server {server} sent {what}, which no mail server does. The connection was closed; it is tried again later."
        );

    private MailUnavailableException Closed() =>
        new("connection-closed", $"The mail server {server} closed the connection in the middle of the conversation. It is tried again.");
}
