using System.Text;

namespace PiLittleEye.Mail.Connection;

/// <summary>What a server said, made fit for a sentence to a person: one line, short, nothing that moves a terminal.</summary>
internal static class ServerWords
{
    // Two lines on a phone; Google's longest refusal, with its address, is about this long.
    private const int MostCharacters = 200;

    public static string Quote(ReadOnlySpan<byte> line) =>
        Quote(Encoding.UTF8.GetString(line[..Math.Min(line.Length, MostCharacters * 4)]));

    public static string Quote(string line)
    {
        var words = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            if (words.Length >= MostCharacters)
            {
                words.Append('…');
                break;
            }

            if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune))
            {
                if (words.Length > 0 && words[^1] != ' ')
                {
                    words.Append(' ');
                }
            }
            // U+FFFD, and what turns the direction of writing (bidirectional overrides and isolates), says nothing to anybody.
            else if (rune.Value is not (0xFFFD or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
            {
                words.Append(rune.ToString());
            }
        }

        return words.ToString().Trim().TrimEnd('.');
    }
}
