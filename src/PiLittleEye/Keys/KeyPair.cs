using System.Text;

namespace PiLittleEye.Keys;

/// <summary>A key and its secret as a program sent them, right or wrong.</summary>
internal readonly record struct KeyPair(string Key, string Secret)
{
    // KEY.SECRET or KEY:SECRET is 49 signs; what is much longer is none.
    private const int Longest = 256;

    // Never in a log, whoever prints it.
    public override string ToString() => $"key {Key}";

    /// <summary><c>Bearer KEY.SECRET</c>, or <c>Basic</c> with the key as name.</summary>
    /// <returns>False when the header is about something else, as a session's token.</returns>
    public static bool TryReadHeader(string header, out KeyPair pair)
    {
        const string bearer = "Bearer ";
        const string basic = "Basic ";
        pair = default;
        if (header.StartsWith(bearer, StringComparison.OrdinalIgnoreCase))
        {
            // A session's token has no full stop in it.
            return TrySplit(header[bearer.Length..].Trim(), '.', out pair);
        }

        Span<byte> decoded = stackalloc byte[Longest];
        return header.StartsWith(basic, StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(header[basic.Length..].Trim(), decoded, out var length)
            // At the first colon: there is none in a name (RFC 7617), and any number in a password.
            && TrySplit(Encoding.UTF8.GetString(decoded[..length]), ':', out pair)
            // With a session's token in the password the name is anything.
            && KeyForm.IsKey(pair.Key);
    }

    private static bool TrySplit(string text, char between, out KeyPair pair)
    {
        var at = text.IndexOf(between, StringComparison.Ordinal);
        pair = at < 0 ? default : new KeyPair(text[..at], text[(at + 1)..]);
        return at >= 0;
    }
}
