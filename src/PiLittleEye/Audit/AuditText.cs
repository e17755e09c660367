using System.Globalization;
using System.Text;

namespace PiLittleEye.Audit;

/// <summary>
/// Makes text from anywhere fit for the log: names and addresses of pages come from strangers. No line breaks that would forge a line of
/// an export, no signs that turn the direction of what follows, nothing that SQLite would give back otherwise than it was hashed.
/// </summary>
internal static class AuditText
{
    /// <summary>The longest sentence of this program has half of it; the rest are names of at most 64 characters in it.</summary>
    public const int LongestText = 1000;

    /// <summary>Longer than any account's or key's name, and than an IPv6 address with its zone.</summary>
    public const int LongestName = 100;

    private static readonly Rune s_replacement = Rune.ReplacementChar;

    public static AuditEntry Clean(AuditEntry entry) =>
        entry with
        {
            Kind = Clean(entry.Kind, LongestName),
            Text = Clean(entry.Text, LongestText),
            Who = CleanOrNull(entry.Who),
            From = CleanOrNull(entry.From),
            Camera = CleanOrNull(entry.Camera),
            Subject = CleanOrNull(entry.Subject),
        };

    private static string? CleanOrNull(string? text) => text is null ? null : Clean(text, LongestName);

    private static string Clean(string text, int longest)
    {
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        // Runes, because half a surrogate pair is no text; it comes as the replacement sign.
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > longest)
            {
                var end = Math.Min(clean.Length, longest - 1);
                clean.Length = char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end;
                return clean.Append('…').ToString();
            }

            clean.Append(IsHarmless(rune) ? rune : s_replacement);
        }

        return clean.ToString();
    }

    private static bool IsHarmless(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}
