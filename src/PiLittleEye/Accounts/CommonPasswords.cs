using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace PiLittleEye.Accounts;

/// <summary>
/// The passwords that are tried first: of the 10,000 most common all that are long enough to be chosen here (shorter ones are refused for
/// that), and a few hundred of the shorter ones, which are refused when they are only filled up.
/// </summary>
internal static class CommonPasswords
{
    // Choosing a password is rare; nobody signs in through this.
    private static readonly Lazy<FrozenSet<string>> s_all = new(Load);

    public static bool Contain(string password)
    {
        var folded = UnicodeForm.Fold(UnicodeForm.Compatible(password));
        var unfilled = Unfilled(folded);
        return s_all.Value.Contains(folded) || s_all.Value.Contains(unfilled) || unfilled.Length < 4 || IsSequence(folded);
    }

    /// <summary>Without the same thing said again: passwordpassword, and password1111.</summary>
    private static string Unfilled(string password)
    {
        var unit = Unit(password);
        var end = unit.Length;
        while (end > 1 && unit[end - 1] == unit[^1])
        {
            end--;
        }

        var start = 0;
        while (start < end && unit[start] == unit[0])
        {
            start++;
        }

        // One sign alone is no filling: "aabc" begins with two that may belong to it.
        var withoutEnd = unit.Length - end > 1 ? unit[..end] : unit;
        var filling = start > 1 ? start : 0;
        return Unit(withoutEnd.Length > filling ? withoutEnd[filling..] : string.Empty);
    }

    private static string Unit(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && string.Concat(Enumerable.Repeat(text[..length], text.Length / length)) == text)
            {
                return text[..length];
            }
        }

        return text;
    }

    // abcdefghijkl, 98765432109.
    private static bool IsSequence(string text)
    {
        var steps = text.Zip(text.Skip(1), (left, right) => right - left).ToHashSet();
        return steps.Count == 1 || (text.All(char.IsAsciiDigit) && steps.All(step => step is 1 or -9) | steps.All(step => step is -1 or 9));
    }

    private static FrozenSet<string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("PiLittleEye.Accounts.common-passwords.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("# ", StringComparison.Ordinal))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
