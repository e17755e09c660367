using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PiLittleEye.Accounts;

/// <summary>What an account may be called, and when two names are the same.</summary>
internal static class AccountName
{
    // Long enough for any person's full name, short enough for every list it appears in.
    public const int Longest = 64;

    /// <summary>The name as it is shown and the key by which it is found; false when nobody can be called that.</summary>
    public static bool TryNormalise(string? text, [NotNullWhen(true)] out string? shown, [NotNullWhen(true)] out string? key)
    {
        shown = text?.Trim();
        key = null;
        if (shown is not { Length: > 0 and <= Longest } || !IsWellFormed(shown) || shown.EnumerateRunes().Any(IsForbidden))
        {
            return false;
        }

        // Not normalised: without ICU, .NET leaves strings as they are. The page sends names in form NFKC.
        // Upper case first: it folds letters that lower case keeps apart (the Greek final sigma).
        key = shown.ToUpperInvariant().ToLowerInvariant();
        return true;
    }

    /// <summary>Whether somebody else is called that already.</summary>
    /// <param name="name">As it is shown.</param>
    /// <param name="others">Names as they are shown.</param>
    public static bool IsTaken(string name, IReadOnlyList<string> others) =>
        TryNormalise(name, out _, out var key) && others.Any(other => TryNormalise(other, out _, out var taken) && taken == key);

    private static bool IsWellFormed(string text) => !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);

    private static bool IsForbidden(Rune rune) =>
        rune.Value != ' '
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.SpaceSeparator
                or UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.Surrogate;
}
