using System.Text.RegularExpressions;

namespace PiLittleEye.Mail.Account;

/// <summary>A password as people paste it.</summary>
internal static partial class MailPassword
{
    /// <summary>Google and Yahoo show their app passwords as four groups of four letters; the blanks are for reading and not part of them.</summary>
    public static string Plain(string pasted)
    {
        var trimmed = pasted.Trim(' ', '\u00a0', '\t', '\r', '\n');
        return Groups.IsMatch(trimmed)
            ? trimmed.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal)
            : trimmed;
    }

    [GeneratedRegex("^[a-z]{4}([ \u00a0][a-z]{4}){3}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Groups { get; }
}
