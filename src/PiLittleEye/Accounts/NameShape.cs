using System.Text;

namespace PiLittleEye.Accounts;

/// <summary>
/// What a name looks like: whoever reads a list must not take one person for another. Letters of Cyrillic, Greek, Armenian and Cherokee
/// that look like Latin ones count as those (a choice from Unicode Technical Standard 39), and so do digits that look like letters.
/// </summary>
internal static class NameShape
{
    private const string Signs =
        "аеорсухіјѕԁһӏԛԝүѵкАВЕЅІЈКМНОРСТУХҮԌԚԜӀЬ"
        + "ονακιρυγχηϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ"
        + "ıɩɑɡɪʏƅƖօոսհցᎠᎡᎢᎩᎪᎫᎬᎳᎷᎻᏀᏃᏒᏔᏕᏙᏚᏞᏟᏢᏦᏴ"
        + "01|’‘ʼ′`–—‐‑−“”";

    private const string LookLike =
        "aeopcyxijsdhlqwyvkABESIJKMHOPCTYXYGQWIb"
        + "ovakipuyxnjABEZHIKMNOPTYXCJ"
        + "iiagiyblonuhgDRTYAJEWMHGZRWSVSLCPKB"
        + "ol|'''''-----\"\"";

    private static readonly Dictionary<char, char> s_alike = Signs.Zip(LookLike).ToDictionary(pair => pair.First, pair => pair.Second);

    /// <param name="left">As it is shown.</param>
    /// <param name="right">As it is shown.</param>
    public static bool AreAlike(string left, string right) =>
        // As they stand, where a capital I is a small l; and all in small or all in capital letters, as they may be typed.
        Of(left, "Il|") == Of(right, "Il|")
        || Of(UnicodeForm.Fold(left), "l|") == Of(UnicodeForm.Fold(right), "l|")
        || Of(left.ToUpperInvariant(), "l|") == Of(right.ToUpperInvariant(), "l|");

    private static string Of(string name, string strokes)
    {
        var shape = new StringBuilder(name.Length);
        foreach (var sign in name)
        {
            var seen = s_alike.GetValueOrDefault(sign, sign);
            shape.Append(strokes.Contains(seen, StringComparison.Ordinal) ? 'l' : seen);
        }

        return UnicodeForm.Fold(shape.ToString()).Replace("rn", "m", StringComparison.Ordinal).Replace("vv", "w", StringComparison.Ordinal);
    }
}
