using System.Buffers;

namespace PiLittleEye.Mail.Account;

/// <summary>What an address must look like to be set up here: a bare one that can stand in a command and a header as it is.</summary>
internal static class MailAddressText
{
    // RFC 5321, 4.5.3.1: 64 octets before the @, 254 with all.
    private const int Longest = 254;
    private const int LongestLocal = 64;

    // The atoms of RFC 5322, 3.2.3, and the dot; quoted local parts are left out, because providers give none and parsers differ over them.
    private static readonly SearchValues<char> s_local = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~."
    );

    public static bool IsUsable(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= Longest && at is > 0 and <= LongestLocal && IsLocal(text.AsSpan(0, at)) && IsDomain(text[(at + 1)..]);
    }

    public static string DomainOf(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..].ToLowerInvariant();

    private static bool IsLocal(ReadOnlySpan<char> local) =>
        !local.ContainsAnyExcept(s_local) && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal);

    private static bool IsDomain(string domain) =>
        domain.Length > 0 && domain.All(char.IsAscii) && domain[^1] != '.' && Uri.CheckHostName(domain) == UriHostNameType.Dns;
}
