namespace PiLittleEye.Lettering;

/// <summary>Turns any text into the codes the typeface draws: the nearest character where there is one, else the replacement box.</summary>
internal static class Latin1Text
{
    /// <summary>The most codes one character becomes: an ellipsis is three dots.</summary>
    public const int MostCodes = 3;

    // U+0100 to U+017F without their marks: a name loses its accents there, but not its letters.
    private const string LatinExtendedA =
        "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    /// <summary>Fills <paramref name="codes"/> from the start of <paramref name="text"/> and returns how many were written.</summary>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> codes)
    {
        var written = 0;
        for (var i = 0; i < text.Length && written < codes.Length; i++)
        {
            var isSecondHalf = i > 0 && char.IsSurrogatePair(text[i - 1], text[i]);
            if (isSecondHalf || IsInvisible(text[i]))
            {
                continue;
            }

            var copies = text[i] == '…' ? Math.Min(MostCodes, codes.Length - written) : 1;
            codes.Slice(written, copies).Fill(Nearest(text[i]));
            written += copies;
        }

        return written;
    }

    private static byte Nearest(char character) =>
        character switch
        {
            (>= ' ' and <= '~') or (> '\u00A0' and not '\u00AD' and <= 'ÿ') => (byte)character,
            '\t' or '\n' or '\r' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' =>
                (byte)' ',
            '\u00AD' or (>= '\u2010' and <= '\u2015') or '\u2212' => (byte)'-',
            (>= '\u2018' and <= '\u201B') or '\u2032' => (byte)'\'',
            (>= '\u201C' and <= '\u201F') or '\u2033' => (byte)'"',
            '\u2026' => (byte)'.',
            '\u2022' or '\u2023' or '\u25CF' or '\u25AA' => (byte)'·',
            '\u2039' => (byte)'<',
            '\u203A' => (byte)'>',
            '\u2044' or '\u2215' => (byte)'/',
            '\u20AC' => (byte)'¤',
            >= '\u0100' and <= '\u017F' => (byte)LatinExtendedA[character - '\u0100'],
            _ => StrokeFont.Replacement,
        };

    // Combining accents, joiners, direction marks, variation selectors: they change their neighbour and take no room.
    private static bool IsInvisible(char character) =>
        character
            is (>= '\u0300' and <= '\u036F')
                or (>= '\u200B' and <= '\u200F')
                or (>= '\u2060' and <= '\u2064')
                or (>= '\uFE00' and <= '\uFE0F')
                or '\uFEFF';
}
