namespace PiLittleEye.Mail.Mime;

/// <summary>Text as quoted-printable (RFC 2045 6.7): a person who looks at the source can still read it.</summary>
internal static class QuotedPrintableText
{
    // RFC 2045: with the = of a soft line break.
    private const int LongestLine = 76;
    private const string Hexadecimal = "0123456789ABCDEF";

    /// <param name="text">UTF-8 with CR LF at its line ends.</param>
    public static byte[] Encode(ReadOnlySpan<byte> text)
    {
        var output = new List<byte>(text.Length + (text.Length / 16));
        while (!text.IsEmpty)
        {
            var end = text.IndexOf("\r\n"u8);
            EncodeLine(end < 0 ? text : text[..end], output);
            if (end < 0)
            {
                break;
            }

            output.AddRange("\r\n"u8);
            text = text[(end + 2)..];
        }

        return [.. output];
    }

    private static void EncodeLine(ReadOnlySpan<byte> line, List<byte> output)
    {
        var column = 0;
        for (var at = 0; at < line.Length; at++)
        {
            var isLast = at == line.Length - 1;
            var isPlain = IsPlain(line[at], column == 0 ? line[at..] : default, isLast);
            var length = isPlain ? 1 : 3;
            // The last one of a line needs no room for the sign of a soft break.
            if (column + length > (isLast ? LongestLine : LongestLine - 1))
            {
                output.AddRange("=\r\n"u8);
                column = 0;
                isPlain = IsPlain(line[at], line[at..], isLast);
                length = isPlain ? 1 : 3;
            }

            if (isPlain)
            {
                output.Add(line[at]);
            }
            else
            {
                output.AddRange([(byte)'=', (byte)Hexadecimal[line[at] >> 4], (byte)Hexadecimal[line[at] & 15]]);
            }

            column += length;
        }
    }

    // Blanks at the end of a line are dropped on the way; "From " at the beginning of one is changed by mailboxes that are one file, and a
    // dot there by servers that are careless (RFC 2049 3).
    private static bool IsPlain(byte letter, ReadOnlySpan<byte> fromLineStart, bool isLast) =>
        letter switch
        {
            (byte)'=' => false,
            (byte)' ' or (byte)'\t' => !isLast,
            (byte)'.' => fromLineStart.IsEmpty,
            (byte)'F' => !fromLineStart.StartsWith("From "u8),
            _ => letter is > 32 and < 127,
        };
}
