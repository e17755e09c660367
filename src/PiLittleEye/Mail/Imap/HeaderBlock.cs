using System.Text;

namespace PiLittleEye.Mail.Imap;

/// <summary>
/// Splits the head of a mail into its headers, all of them in their order. Strict where two readers could see different headers: only a line break
/// begins a new one, a CR alone does not, and what was cut off in the middle is no header.
/// </summary>
internal static class HeaderBlock
{
    /// <param name="isCut">The mail's head goes on behind these octets.</param>
    public static List<MailHeader> Read(ReadOnlySpan<byte> octets, bool isCut)
    {
        var headers = new List<MailHeader>();
        var current = new List<byte>();
        var isWhole = false;
        while (!octets.IsEmpty)
        {
            var end = octets.IndexOf((byte)'\n');
            if (end < 0 && isCut)
            {
                // Half a line. What stands before it is whole, unless this is more of it.
                if (octets[0] is not ((byte)' ' or (byte)'\t'))
                {
                    Add(headers, current);
                }

                current.Clear();
                break;
            }

            var line = end < 0 ? octets : octets[..end];
            octets = end < 0 ? [] : octets[(end + 1)..];
            line = line.EndsWith("\r"u8) ? line[..^1] : line;
            if (line.IsEmpty)
            {
                isWhole = true;
                break;
            }

            if (line[0] is not ((byte)' ' or (byte)'\t'))
            {
                Add(headers, current);
            }

            current.AddRange(line);
        }

        if (isWhole || !isCut)
        {
            Add(headers, current);
        }

        return headers;
    }

    private static void Add(List<MailHeader> headers, List<byte> current)
    {
        var text = Encoding.Latin1.GetString(current.ToArray());
        current.Clear();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = colon > 0 ? text[..colon].TrimEnd(' ', '\t') : "";
        // The line of an mbox file, a blank in a name, nothing before the colon: none of these is a header.
        if (name.Length > 0 && name.All(c => c is > ' ' and < '\u007f'))
        {
            headers.Add(new MailHeader(name, Clean(text[(colon + 1)..])));
        }
    }

    private static string Clean(string value)
    {
        var clean = value.AsSpan().IndexOfAny('\r', '\0') < 0 ? value : value.Replace('\r', ' ').Replace('\0', ' ');
        return clean.Trim(' ', '\t');
    }
}
