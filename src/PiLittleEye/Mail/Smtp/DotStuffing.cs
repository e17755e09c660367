using System.Buffers;

namespace PiLittleEye.Mail.Smtp;

/// <summary>
/// Makes a mail fit to follow DATA (RFC 5321 4.5.2): a dot at the beginning of a line is doubled, and the end is a line with a dot alone.
/// Remembers over its pieces where a line begins.
/// </summary>
internal sealed class DotStuffing
{
    private bool _isLineStart = true;
    private bool _isAfterReturn;

    public void Add(ReadOnlySpan<byte> piece, IBufferWriter<byte> output)
    {
        while (!piece.IsEmpty)
        {
            if (_isLineStart && piece[0] == '.')
            {
                output.Write("."u8);
            }

            // After a bare LF too: there are servers that take it for the end of a line (smuggling, CVE-2023-51764).
            var end = piece.IndexOf((byte)'\n');
            var line = end < 0 ? piece : piece[..(end + 1)];
            output.Write(line);
            _isLineStart = end >= 0;
            _isAfterReturn = line[^1] == '\r';
            piece = piece[line.Length..];
        }
    }

    public void End(IBufferWriter<byte> output) =>
        output.Write(
            _isLineStart ? ".\r\n"u8
            : _isAfterReturn ? "\n.\r\n"u8
            : "\r\n.\r\n"u8
        );
}
