using System.Globalization;

namespace PiLittleEye.AccessLists;

/// <summary>Reads what people write for addresses, in every spelling that has one meaning; says what is wrong with the others.</summary>
internal static class AddressRangeText
{
    // Two IPv6 addresses with dotted tails and zones; longer is not worth reading.
    private const int Longest = 128;

    private const string Forms =
        "write an address as 192.168.1.20, a network as 192.168.0.0/16 or fd00::/8, or a range as 10.0.0.5-10.0.0.9";

    /// <returns>Null when it is one; else one sentence that names it and says what to write.</returns>
    public static string? Read(string text, out AddressRange? range)
    {
        range = null;
        var trimmed = text.Trim();
        if (trimmed.Length > Longest)
        {
            return $"\"{trimmed[..20]}…\" is too long for an address; {Forms}.";
        }

        if (trimmed.EndsWith('*'))
        {
            return ReadStar(trimmed, out range);
        }

        var slash = trimmed.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            return ReadNetwork(trimmed, trimmed[..slash], trimmed[(slash + 1)..], out range);
        }

        if (AddressNumber.TryParse(trimmed, out var address))
        {
            range = AddressRange.Around(address, address.Bits);
            return null;
        }

        // After the single address: the name of a zone may have a hyphen in it.
        var hyphen = trimmed.IndexOf('-', StringComparison.Ordinal);
        return hyphen >= 0 ? ReadSpan(trimmed, trimmed[..hyphen].Trim(), trimmed[(hyphen + 1)..].Trim(), out range) : No(trimmed);
    }

    private static string? ReadNetwork(string text, string address, string prefix, out AddressRange? range)
    {
        range = null;
        if (!AddressNumber.TryParse(address, out var number))
        {
            return No(text);
        }

        // ::ffff:10.0.0.0/104 is 10.0.0.0/8.
        var written = address.Contains(':', StringComparison.Ordinal) ? 128 : 32;
        var least = written - number.Bits;
        if (
            !int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length < least
            || length > written
            || prefix.Length > 3
        )
        {
            return $"\"{text}\" ends in a wrong number of bits; use /{least} to /{written}.";
        }

        range = AddressRange.Around(number, length - least);
        return null;
    }

    private static string? ReadSpan(string text, string first, string last, out AddressRange? range)
    {
        range = null;
        if (!AddressNumber.TryParse(first, out var from) || !AddressNumber.TryParse(last, out var to))
        {
            return No(text);
        }

        if (from.Bits != to.Bits)
        {
            return $"\"{text}\" goes from IPv4 to IPv6; write one entry for each.";
        }

        if (from.Value > to.Value)
        {
            return $"\"{text}\" ends before it begins; write {to}-{from}.";
        }

        range = AddressRange.Between(from, to);
        return null;
    }

    // Whole numbers before the star, each its bits: 192.168.* is 192.168.0.0/16. Only the first group of IPv6 may be cut (fd*), and only
    // where a letter tells that it is none of IPv4: 19* would be 1900::/8 to one reader and 190.0.0.0 to the next.
    private static string? ReadStar(string text, out AddressRange? range)
    {
        range = null;
        var stem = text[..^1];
        if (stem.EndsWith('.') && AddressNumber.TryParse(Filled(stem, '.', 4), out var dotted))
        {
            range = AddressRange.Around(dotted, 8 * stem.Count(letter => letter == '.'));
            return null;
        }

        if (
            stem.EndsWith(':')
            && !stem.Contains("::", StringComparison.Ordinal)
            && stem.Count(letter => letter == ':') < 8
            && AddressNumber.TryParse($"{stem}:", out var grouped)
            && grouped.Bits == 128
        )
        {
            range = AddressRange.Around(grouped, 16 * stem.Count(letter => letter == ':'));
            return null;
        }

        if (
            stem.Length is > 0 and <= 4
            && stem.All(char.IsAsciiHexDigit)
            && stem.Any(char.IsAsciiLetter)
            && AddressNumber.TryParse($"{stem.PadRight(4, '0')}::", out var cut)
        )
        {
            range = AddressRange.Around(cut, 4 * stem.Length);
            return null;
        }

        return $"\"{text}\" has its star in a place with several meanings; write whole numbers before it as 192.168.* or fd00:*, "
            + "or a network as 192.168.0.0/16.";
    }

    private static string Filled(string stem, char separator, int parts) =>
        stem + string.Join(separator, Enumerable.Repeat("0", Math.Max(0, parts - stem.Count(letter => letter == separator))));

    private static string No(string text) => $"\"{text}\" is no address; {Forms}.";
}
