using System.Globalization;
using System.Text;

namespace PiLittleEye.Mail.Imap;

/// <summary>How things are written in commands.</summary>
internal static class ImapText
{
    /// <summary>Whether it can stand in quotes; all else needs a literal (RFC 3501, 4.3).</summary>
    public static bool CanBeQuoted(string text) => text.All(c => c is >= ' ' and < '\u007f');

    public static string Quote(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>As SEARCH SINCE wants it: English months, whatever this machine speaks.</summary>
    public static string Day(DateOnly day) => day.ToString("d-MMM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>INTERNALDATE, as <c>" 1-Nov-2026 22:14:26 +0100"</c>. What cannot be read came in at the beginning of time: too old for anything.</summary>
    public static DateTimeOffset Time(string text)
    {
        var trimmed = text.Trim();
        return
            trimmed.Length > 5
            && DateTimeOffset.TryParseExact(
                trimmed.Insert(trimmed.Length - 2, ":"),
                "d-MMM-yyyy HH:mm:ss zzz",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
            ? time
            : DateTimeOffset.UnixEpoch;
    }

    /// <summary>A folder's name in modified UTF-7 (RFC 3501, 5.1.3), which is ASCII.</summary>
    public static string Folder(string name)
    {
        var written = new StringBuilder();
        for (var at = 0; at < name.Length; )
        {
            if (name[at] is >= ' ' and < '\u007f')
            {
                written.Append(name[at] == '&' ? "&-" : name[at].ToString());
                at++;
                continue;
            }

            var end = at;
            while (end < name.Length && name[end] is not (>= ' ' and < '\u007f'))
            {
                end++;
            }

            var octets = Encoding.BigEndianUnicode.GetBytes(name[at..end]);
            written.Append('&').Append(Convert.ToBase64String(octets).TrimEnd('=').Replace('/', ',')).Append('-');
            at = end;
        }

        return written.ToString();
    }
}
