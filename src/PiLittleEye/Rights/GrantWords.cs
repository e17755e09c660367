using System.Diagnostics.CodeAnalysis;

namespace PiLittleEye.Rights;

/// <summary>Grants as the API and the database say them: for each camera's id, or <c>*</c> for all, a list of words.</summary>
internal static class GrantWords
{
    private static readonly (string Word, Right Right)[] s_words =
    [
        ("watch", Right.Watch),
        ("photo", Right.Photo),
        ("settings", Right.Settings),
        ("control", Right.Control),
    ];

    /// <summary>All of them, in the order in which they are said.</summary>
    public static IEnumerable<string> All => s_words.Select(known => known.Word);

    public static Dictionary<string, string[]> Of(Grants grants) =>
        grants
            .ByCamera.OrderBy(grant => grant.Key, StringComparer.Ordinal)
            .ToDictionary(
                grant => grant.Key,
                grant => s_words.Where(known => grant.Value.HasFlag(known.Right)).Select(known => known.Word).ToArray(),
                StringComparer.Ordinal
            );

    /// <returns>False when a word is none of those that <see cref="All"/> lists.</returns>
    public static bool TryRead(IReadOnlyDictionary<string, string[]> words, [NotNullWhen(true)] out Grants? grants)
    {
        var read = new Dictionary<string, Right>(StringComparer.Ordinal);
        grants = null;
        foreach (var (camera, rights) in words)
        {
            var sum = Right.None;
            foreach (var word in rights ?? [])
            {
                var known = Array.Find(s_words, known => known.Word == word);
                if (known.Right == Right.None)
                {
                    return false;
                }

                sum |= known.Right;
            }

            read[camera] = sum;
        }

        grants = new Grants(read);
        return true;
    }
}
