using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace PiLittleEye.Mail.Mime;

/// <summary>
/// An address as it stands in an envelope: local part, @, domain, nothing around it (RFC 5321 4.1.2). Whatever is not allowed there is
/// refused and never repaired: a line break that passes, be it inside a quoted local part, is a command to the server (CVE-2026-30227).
/// </summary>
internal static class BareAddress
{
    // RFC 5321 4.5.3.1: a local part has 64 octets, a path 256 with its two angle brackets.
    private const int LongestLocalPart = 64;
    private const int Longest = 254;

    private static readonly SearchValues<char> s_atom = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~"
    );

    private static readonly SearchValues<char> s_label = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
    );

    public static bool IsOne(string address)
    {
        // The last one: a quoted local part may hold others.
        var at = address.LastIndexOf('@');
        return at is > 0 and <= LongestLocalPart
            && address.Length <= Longest
            && (IsDotted(address.AsSpan(0, at), s_atom) || IsQuoted(address.AsSpan(0, at)))
            && IsDomain(address.AsSpan(at + 1));
    }

    /// <exception cref="MailRefusedException">It is none.</exception>
    public static string Check(string address) =>
        IsOne(address)
            ? address
            : throw new MailRefusedException(
                "wrong-address",
                $"\"{Shown(address)}\" is no address that mail can be sent to. Use one like name@example.org, without a name or brackets around it."
            );

    private static bool IsDomain(ReadOnlySpan<char> domain) =>
        domain is ['[', .. var literal, ']'] ? IsLiteral(literal) : IsDotted(domain, s_label);

    private static bool IsDotted(ReadOnlySpan<char> text, SearchValues<char> allowed)
    {
        foreach (var piece in text.Split('.'))
        {
            if (text[piece].IsEmpty || text[piece].ContainsAnyExcept(allowed))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<char> text)
    {
        if (text is not ['"', .. var inside, '"'])
        {
            return false;
        }

        for (var at = 0; at < inside.Length; at++)
        {
            if (inside[at] == '\\')
            {
                at++;
            }
            else if (inside[at] == '"')
            {
                return false;
            }

            // A backslash has something behind it, and no control character is allowed there either.
            if (at >= inside.Length || inside[at] is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLiteral(ReadOnlySpan<char> text)
    {
        const string Six = "IPv6:";
        var isSix = text.StartsWith(Six, StringComparison.OrdinalIgnoreCase);
        return IPAddress.TryParse(isSix ? text[Six.Length..] : text, out var address)
            && !text.ContainsAny('%', '/')
            && address.AddressFamily == (isSix ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork);
    }

    private static string Shown(string address) =>
        new([.. address.Take(80).Select(letter => letter is >= ' ' and <= '~' ? letter : '\uFFFD')]);
}
