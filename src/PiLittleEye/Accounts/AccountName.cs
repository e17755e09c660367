using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PiLittleEye.Accounts;

/// <summary>What an account may be called, and when two names are the same.</summary>
internal static class AccountName
{
    // Long enough for any person's full name, short enough for every list it appears in.
    public const int Longest = 64;

    // With every letter's marks apart, and blanks around it.
    private const int LongestTyped = 4 * Longest;

    /// <summary>The name as it is shown and the key by which it is found; false when nobody can be called that.</summary>
    public static bool TryNormalise(string? text, [NotNullWhen(true)] out string? shown, [NotNullWhen(true)] out string? key)
    {
        var typed = text?.Trim();
        shown = typed is { Length: <= LongestTyped } && typed.EnumerateRunes().All(IsAllowed) ? UnicodeForm.Compatible(typed).Trim() : null;
        key = null;
        // Asked again, because one sign may have become several.
        if (shown is not { Length: > 0 and <= Longest } || !shown.EnumerateRunes().All(IsAllowed))
        {
            return false;
        }

        key = KeyOf(shown);
        return true;
    }

    /// <summary>Whether somebody else is called that already.</summary>
    /// <param name="name">As it is shown.</param>
    /// <param name="others">Names as they are shown.</param>
    public static bool IsTaken(string name, IReadOnlyList<string> others) =>
        others.Any(other => KeyOf(other) == KeyOf(name) || NameShape.AreAlike(other, name));

    // Twice, because folding may leave letters and marks that belong together, and those fold again.
    private static string KeyOf(string shown) =>
        FoldOnce(FoldOnce(string.Join(' ', shown.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static string FoldOnce(string text) => UnicodeForm.Compatible(UnicodeForm.Fold(text));

    private static bool IsAllowed(Rune rune) =>
        rune != Rune.ReplacementChar && (rune.Value == ' ' || !IsForbidden(Rune.GetUnicodeCategory(rune)));

    private static bool IsForbidden(UnicodeCategory category) =>
        category
            is UnicodeCategory.SpaceSeparator
                or UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.Surrogate;
}
