namespace PiLittleEye.Mail.Mime;

/// <summary>Text of any script as words of ASCII (RFC 2047): UTF-8, in base64, which needs no list of exceptions for names.</summary>
internal static class EncodedWords
{
    /// <summary>RFC 2047 2.</summary>
    public const int Longest = 75;

    private const string Before = "=?utf-8?B?";
    private const string After = "?=";

    /// <param name="first">Room for the first one.</param>
    public static IEnumerable<string> Of(string text, int first)
    {
        var room = BytesIn(Math.Min(first, Longest));
        var word = new List<byte>(BytesIn(Longest));
        var buffer = new byte[4];
        // Each word is text by itself: a character is never cut in two. Half a surrogate pair comes as the replacement sign.
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(buffer);
            if (word.Count + length > room)
            {
                yield return Word(word);
                word.Clear();
                room = BytesIn(Longest);
            }

            word.AddRange(buffer.AsSpan(0, length));
        }

        if (word.Count > 0)
        {
            yield return Word(word);
        }
    }

    private static int BytesIn(int characters) => (characters - Before.Length - After.Length) / 4 * 3;

    private static string Word(List<byte> bytes) => Before + Convert.ToBase64String([.. bytes]) + After;
}
