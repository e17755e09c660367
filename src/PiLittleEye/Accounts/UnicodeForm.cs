using System.Text;

namespace PiLittleEye.Accounts;

/// <summary>
/// NFKC and full case folding (Unicode Standard Annex 15 and chapter 3.13). Own code, because the service runs without ICU and
/// <see cref="string.Normalize()"/> then leaves everything beyond ASCII as it is. Half characters become U+FFFD.
/// </summary>
internal static class UnicodeForm
{
    // Hangul syllables are put together by arithmetic: 19 leading letters, 21 vowels, 27 trailing letters or none.
    private const int FirstSyllable = 0xAC00;
    private const int FirstLeading = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeTrailing = 0x11A7;
    private const int Leadings = 19;
    private const int Vowels = 21;
    private const int Trailings = 28;

    /// <summary>Composed, with every spelling of a letter made the same: full width, ligatures, letters with their marks apart.</summary>
    public static string Compatible(string text) => Ascii.IsValid(text) ? text : Text(Compose(Order(Decompose(text))));

    /// <summary>Upper and lower case made the same, also where one letter becomes two.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.ToLowerInvariant();
        }

        var folded = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                folded.Add(Rune.ToLowerInvariant(rune).Value);
            }
            else
            {
                folded.AddRange(UnicodeTable.Loaded.Fold(rune.Value) ?? [rune.Value]);
            }
        }

        return Text(folded);
    }

    private static List<int> Decompose(string text)
    {
        var characters = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var syllable = rune.Value - FirstSyllable;
            if (syllable is >= 0 and < Leadings * Vowels * Trailings)
            {
                characters.Add(FirstLeading + (syllable / (Vowels * Trailings)));
                characters.Add(FirstVowel + (syllable % (Vowels * Trailings) / Trailings));
                if (syllable % Trailings > 0)
                {
                    characters.Add(BeforeTrailing + (syllable % Trailings));
                }
            }
            else
            {
                characters.AddRange(UnicodeTable.Loaded.Decompose(rune.Value) ?? [rune.Value]);
            }
        }

        return characters;
    }

    // Marks that belong to one letter are sorted by their class; those of the same class keep their order, which can be seen.
    private static List<int> Order(List<int> characters)
    {
        for (var start = 0; start < characters.Count; start++)
        {
            var end = start;
            while (end < characters.Count && UnicodeTable.Loaded.ClassOf(characters[end]) > 0)
            {
                end++;
            }

            if (end - start > 1)
            {
                var sorted = characters[start..end].OrderBy(UnicodeTable.Loaded.ClassOf).ToList();
                characters.RemoveRange(start, end - start);
                characters.InsertRange(start, sorted);
            }

            start = Math.Max(start, end);
        }

        return characters;
    }

    private static List<int> Compose(List<int> characters)
    {
        var composed = new List<int>(characters.Count);
        var starter = -1;
        foreach (var character in characters)
        {
            var ofThis = UnicodeTable.Loaded.ClassOf(character);
            var ofLast = composed.Count - 1 > starter ? UnicodeTable.Loaded.ClassOf(composed[^1]) : -1;
            // A mark reaches its letter unless one of the same or a higher class stands between them.
            if (starter >= 0 && ofLast < ofThis && TryCompose(composed[starter], character, out var one))
            {
                composed[starter] = one;
                continue;
            }

            if (ofThis == 0)
            {
                starter = composed.Count;
            }

            composed.Add(character);
        }

        return composed;
    }

    private static bool TryCompose(int first, int second, out int composed)
    {
        var (leading, vowel) = (first - FirstLeading, second - FirstVowel);
        if (leading is >= 0 and < Leadings && vowel is >= 0 and < Vowels)
        {
            composed = FirstSyllable + (((leading * Vowels) + vowel) * Trailings);
            return true;
        }

        var (syllable, trailing) = (first - FirstSyllable, second - BeforeTrailing);
        if (syllable is >= 0 and < Leadings * Vowels * Trailings && syllable % Trailings == 0 && trailing is > 0 and < Trailings)
        {
            composed = first + trailing;
            return true;
        }

        return UnicodeTable.Loaded.TryCompose(first, second, out composed);
    }

    private static string Text(List<int> characters)
    {
        var text = new StringBuilder(characters.Count);
        characters.ForEach(character => text.Append(new Rune(character).ToString()));
        return text.ToString();
    }
}
