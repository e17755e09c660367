using System.Text;
using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Mail.Smtp;

/// <summary>Puts one reply together, line by line. Whatever is not by the book is no reply: to guess would be to mistake a refusal for consent.</summary>
internal sealed class SmtpReplyParser(MailServer server)
{
    private readonly List<string> _lines = [];
    private int _code;
    private string _status = "";

    /// <param name="line">Without its end.</param>
    /// <returns>Null while more lines belong to it.</returns>
    /// <exception cref="MailUnavailableException">It is no line of an SMTP reply, or there are too many.</exception>
    public SmtpReply? Add(ReadOnlySpan<byte> line)
    {
        var code = CodeOf(line);
        if (code == 0 || (_lines.Count > 0 && code != _code) || _lines.Count == MailLimits.ReplyLines)
        {
            throw new MailUnavailableException(
                "answer-unintelligible",
                $"What the mail server {server} said is no answer of a mail server: \"{ServerWords.Quote(line)}\". Check host and port; it is tried again."
            );
        }

        var text = line.Length > 4 ? line[4..] : default;
        var status = StatusOf(text, code);
        if (_lines.Count == 0)
        {
            _status = Encoding.ASCII.GetString(text[..status]);
        }

        _code = code;
        _lines.Add(Encoding.Latin1.GetString(text[status..]).Trim());
        return line.Length > 3 && line[3] == '-' ? null : new SmtpReply(_code, _status, _lines);
    }

    private static int CodeOf(ReadOnlySpan<byte> line)
    {
        if (
            line.Length < 3
            || line[0] is < (byte)'1' or > (byte)'5'
            || !char.IsAsciiDigit((char)line[1])
            || !char.IsAsciiDigit((char)line[2])
        )
        {
            return 0;
        }

        return line.Length == 3 || line[3] is (byte)' ' or (byte)'-' ? ((line[0] - '0') * 100) + ((line[1] - '0') * 10) + line[2] - '0' : 0;
    }

    // RFC 3463 2: class, subject and detail, the last two of up to three digits. The class must be that of the code, else it is only a number in the text.
    private static int StatusOf(ReadOnlySpan<byte> text, int code)
    {
        var end = text.IndexOf((byte)' ');
        var status = end < 0 ? text : text[..end];
        if (status.Length is < 5 or > 9 || status[0] != '0' + (code / 100) || status[1] != '.')
        {
            return 0;
        }

        var dot = status[2..].IndexOf((byte)'.');
        return dot > 0 && IsNumber(status.Slice(2, dot)) && IsNumber(status[(dot + 3)..]) ? status.Length : 0;
    }

    private static bool IsNumber(ReadOnlySpan<byte> text) =>
        text.Length is >= 1 and <= 3 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
