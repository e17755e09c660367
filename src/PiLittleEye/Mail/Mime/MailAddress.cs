using System.Globalization;

namespace PiLittleEye.Mail.Mime;

/// <summary>One address in the form in which addresses are compared: small letters, the domain as it stands in the DNS (IDNA).</summary>
internal sealed record MailAddress
{
    // RFC 5321 4.5.3.1; with the angle brackets a path has 256.
    private const int Longest = 254;
    private const int LongestLocal = 64;

    private static readonly IdnMapping s_idn = new() { UseStd3AsciiRules = true };

    private MailAddress(string local, string domain) => (Local, Domain) = (local, domain);

    public string Local { get; }

    public string Domain { get; }

    public override string ToString() => $"{Local}@{Domain}";

    /// <summary>A bare address, as a person types it.</summary>
    /// <returns>Null when it is none.</returns>
    public static MailAddress? Parse(string? text)
    {
        var trimmed = text?.Trim() ?? string.Empty;
        var at = trimmed.LastIndexOf('@');
        return at < 0 ? null : Of(trimmed[..at], trimmed[(at + 1)..]);
    }

    /// <summary>Addresses that need quotation marks, and those at a number in place of a domain, are none: nobody has one.</summary>
    public static MailAddress? Of(string local, string domain)
    {
        if (!IsDotAtom(local) || local.Length > LongestLocal || domain.Length is 0 or > Longest || AsciiOf(domain) is not { } ascii)
        {
            return null;
        }

        var address = new MailAddress(local.ToLowerInvariant(), ascii);
        return ascii.Contains('.', StringComparison.Ordinal) && address.ToString().Length <= Longest ? address : null;
    }

    private static string? AsciiOf(string domain)
    {
        try
        {
            var ascii = s_idn.GetAscii(domain.ToLowerInvariant());
            return ascii.EndsWith('.') || !ascii.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.') ? null : ascii;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // RFC 5322 3.2.3.
    private static bool IsDotAtom(string text) =>
        text.Length > 0
        && !text.StartsWith('.')
        && !text.EndsWith('.')
        && !text.Contains("..", StringComparison.Ordinal)
        && text.All(sign => char.IsAsciiLetterOrDigit(sign) || "!#$%&'*+-/=?^_`{|}~.".Contains(sign, StringComparison.Ordinal));
}
