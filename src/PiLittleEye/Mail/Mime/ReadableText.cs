using System.Text;

namespace PiLittleEye.Mail.Mime;

/// <summary>What a part says, as its writer saw it.</summary>
internal static class ReadableText
{
    /// <param name="part">How it is encoded.</param>
    /// <param name="body">Its beginning as it was sent.</param>
    /// <returns>Lines ended by LF; blanks of all widths are blanks, and signs without width are gone.</returns>
    public static string Of(MailPart part, ReadOnlySpan<byte> body)
    {
        var text = TextCharset.Decode(part.Parameters.GetValueOrDefault("charset"), TransferDecoder.Decode(part.Encoding, body));
        if (part.MediaType == "text/html")
        {
            return Plain(HtmlText.Of(text));
        }

        text = text.ReplaceLineEndings("\n");
        return Plain(Is(part, "format", "flowed") ? FlowedText.Unwrap(text, Is(part, "delsp", "yes")) : text);
    }

    private static bool Is(MailPart part, string parameter, string value) =>
        string.Equals(part.Parameters.GetValueOrDefault(parameter)?.Trim(), value, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (sign is '\n' or '\t' || !(char.IsWhiteSpace(sign) || IsInvisible(sign)))
            {
                plain.Append(sign);
            }
            else if (char.IsWhiteSpace(sign))
            {
                plain.Append(' ');
            }
        }

        return plain.ToString();
    }

    // Zero-width, direction marks, soft hyphen, byte order mark: phones and mail programs strew them in.
    private static bool IsInvisible(char sign) =>
        sign is '\u00AD' or '\u180E' or '\u2060' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
        || sign is >= '\u2066' and <= '\u2069';
}
