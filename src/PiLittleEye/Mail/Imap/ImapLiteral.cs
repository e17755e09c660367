using System.Globalization;

namespace PiLittleEye.Mail.Imap;

/// <summary>A literal's announcement at the end of a line: <c>{12}</c>, <c>~{12}</c> (RFC 3516), <c>{12+}</c> (RFC 7888).</summary>
internal static class ImapLiteral
{
    /// <summary>The longest that is asked for, the first 64 KB of headers or a piece of a part, twice over for servers that round up.</summary>
    public const int Most = 256 * 1024;

    /// <returns>Null when the line ends without one; <see cref="long.MaxValue"/> when the number has no end.</returns>
    public static long? Length(ReadOnlySpan<byte> line)
    {
        if (line.Length < 3 || line[^1] != '}')
        {
            return null;
        }

        var digits = line[(line.LastIndexOf((byte)'{') + 1)..^1];
        if (digits.Length == line.Length - 1)
        {
            return null;
        }

        digits = digits.Length > 0 && digits[^1] == '+' ? digits[..^1] : digits;
        if (digits.Length == 0 || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return null;
        }

        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : long.MaxValue;
    }
}
