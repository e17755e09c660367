using System.Text;

namespace PiLittleEye.Mail.Mime;

/// <summary>
/// Who says to have written a mail. Only what can be read in one way counts: one From with one address. With two, the server that
/// checked the sender may have looked at the one and we at the other.
/// </summary>
internal static class FromField
{
    // A sender's name and address; nobody's are longer.
    private const int Longest = 2000;

    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null when there is none, more than one, or one that cannot be read.</returns>
    public static MailAddress? Read(IReadOnlyList<MailHeader> headers)
    {
        var fields = headers.Where(header => header.Name.Trim().Equals("from", StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return fields.Count == 1 ? ReadOne(fields[0].Value) : null;
    }

    /// <summary>A mailbox as of RFC 5322 3.4: with a name or without, comments anywhere.</summary>
    public static MailAddress? ReadOne(string value)
    {
        if (value.Length > Longest)
        {
            return null;
        }

        var scanner = new HeaderScanner(Unicode(value));
        string? lastWord = null;
        for (var words = 0; scanner.SkipBlanks() && !scanner.IsAtEnd; words++)
        {
            switch (scanner.Next)
            {
                case '<':
                    return scanner.TryTake('<') ? Address(ref scanner, Word(ref scanner), isBracketed: true) : null;
                case '@':
                    return words == 1 ? Address(ref scanner, lastWord, isBracketed: false) : null;
                default:
                    lastWord = Word(ref scanner);
                    if (lastWord is null)
                    {
                        return null;
                    }

                    break;
            }
        }

        return null;
    }

    private static MailAddress? Address(ref HeaderScanner scanner, string? local, bool isBracketed)
    {
        if (local is null || !scanner.SkipBlanks() || !scanner.TryTake('@') || Word(ref scanner) is not { } domain || !scanner.SkipBlanks())
        {
            return null;
        }

        var isClosed = !isBracketed || (scanner.TryTake('>') && scanner.SkipBlanks());
        return isClosed && scanner.IsAtEnd ? MailAddress.Of(local, domain) : null;
    }

    // Null at a sign that only stands in lists, groups and routes.
    private static string? Word(ref HeaderScanner scanner)
    {
        if (!scanner.SkipBlanks())
        {
            return null;
        }

        if (scanner.Next == '"')
        {
            return scanner.TakeQuoted();
        }

        var word = scanner.TakeUntil(" \t\r\n()<>@,;:\\\"[]");
        return word.IsEmpty ? null : word.ToString();
    }

    // Header values are octets; only mails with an address in another script have some above 127 (RFC 6532), and those are UTF-8.
    private static string Unicode(string value)
    {
        if (value.All(char.IsAscii) || value.Any(sign => sign > 0xFF))
        {
            return value;
        }

        try
        {
            return s_strict.GetString(Encoding.Latin1.GetBytes(value));
        }
        catch (DecoderFallbackException)
        {
            return value;
        }
    }
}
