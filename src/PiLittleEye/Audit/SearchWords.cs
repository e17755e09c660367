using System.Text;

namespace PiLittleEye.Audit;

/// <summary>What somebody typed into the search box: words, and phrases between quotation marks.</summary>
internal static class SearchWords
{
    /// <returns>In the order they stand; a mark without its partner goes to the end. Never an empty one.</returns>
    public static IReadOnlyList<string> In(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isQuoted = false;
        foreach (var letter in text)
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
                Take(word, words);
            }
            else if (!isQuoted && char.IsWhiteSpace(letter))
            {
                Take(word, words);
            }
            else
            {
                word.Append(letter);
            }
        }

        Take(word, words);
        return words;
    }

    private static void Take(StringBuilder word, List<string> words)
    {
        if (word.ToString().Trim() is { Length: > 0 } found)
        {
            words.Add(found);
        }

        word.Clear();
    }
}
