using System.Text;

namespace PiLittleEye.AccessLists;

/// <summary>The standard's <c>Forwarded</c> header (RFC 7239) as the older <c>X-Forwarded-For</c>, which the framework reads.</summary>
internal static class ForwardedHeader
{
    /// <summary>One word for each hop, in the order they have. A hop that does not say for whom is <c>unknown</c>, which is no address.</summary>
    public static string ToForwardedFor(string header) => string.Join(", ", Split(header, ',').Select(For));

    private static string For(string hop)
    {
        foreach (var pair in Split(hop, ';'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && pair[..equals].Trim().Equals("for", StringComparison.OrdinalIgnoreCase))
            {
                var value = pair[(equals + 1)..].Trim().Trim('"');
                // A comma inside quotes would make two hops of one.
                return value.Length == 0 || value.Contains(',', StringComparison.Ordinal) ? "unknown" : value;
            }
        }

        return "unknown";
    }

    // Separators inside quotes separate nothing. A quote that is never closed makes the whole worthless: whoever opened it in the forged
    // part would swallow the hop that the proxy added behind.
    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == separator && !isQuoted)
            {
                parts.Add(part.ToString());
                part.Clear();
                continue;
            }

            if (text[i] == '\\' && isQuoted && i + 1 < text.Length)
            {
                i++;
            }
            else if (text[i] == '"')
            {
                isQuoted = !isQuoted;
            }

            part.Append(text[i]);
        }

        parts.Add(part.ToString());
        return isQuoted ? [string.Empty] : parts;
    }
}
