namespace PiLittleEye.PhotoReplies;

/// <summary>The part of a mail's text that its sender wrote just now: all above the signature, the quotation, the forwarded mail.</summary>
internal static class WrittenPart
{
    // A request is one line; whoever writes a page is asking somebody else.
    private const int MostLines = 200;
    private const int LongestLine = 2000;

    // Below such a run Outlook quotes; it makes 32.
    private const int ShortestRule = 5;

    // With what mail programs introduce a quotation, in a line that ends in a colon: English, German, French, Dutch, Spanish, Italian, Portuguese, Swedish.
    private static readonly string[] s_verbs = ["wrote", "schrieb", "écrit", "schreef", "escribió", "scritto", "escreveu", "skrev"];
    private static readonly string[] s_openings = ["On ", "Am ", "Le ", "Op ", "El ", "Il ", "Em ", "Den "];

    private static readonly string[] s_from = ["From:", "Von:", "De :", "De:", "Van:", "Da:", "Från:", "Fra:"];
    private static readonly string[] s_sentOrTo =
    [
        "Sent:",
        "Date:",
        "To:",
        "Gesendet:",
        "Datum:",
        "An:",
        "Envoyé",
        "À :",
        "Verzonden:",
        "Aan:",
        "Enviado",
        "Para:",
        "Inviato:",
        "A:",
        "Skickat:",
        "Till:",
        "Sendt:",
        "Til:",
    ];

    /// <param name="text">Lines ended by LF.</param>
    public static IReadOnlyList<string> Of(string text)
    {
        var lines = text.Split('\n', MostLines + 1)
            .Take(MostLines)
            .Select(line => line[..Math.Min(line.Length, LongestLine)].TrimEnd())
            .ToList();
        var end = Enumerable.Range(0, lines.Count).FirstOrDefault(index => EndsAt(lines, index), lines.Count);
        return lines[..end];
    }

    private static bool EndsAt(List<string> lines, int index)
    {
        var line = lines[index].TrimStart();
        return lines[index] is "--" or "—"
            || line.StartsWith('>')
            || IsRule(line)
            || IsIntroduction(lines, index)
            || (StartsWithAny(line, s_from) && lines.Skip(index + 1).Take(3).Any(next => StartsWithAny(next.TrimStart(), s_sentOrTo)));
    }

    // "________", and "-----Original Message-----", "---------- Forwarded message ---------".
    private static bool IsRule(string line)
    {
        var sign = line.Length > 0 ? line[0] : ' ';
        return sign is '_' or '-' && line.AsSpan().TrimStart(sign) is var rest && line.Length - rest.Length >= ShortestRule
            || line.StartsWith("Begin forwarded message", StringComparison.OrdinalIgnoreCase);
    }

    // Gmail wraps it: "On Sat, 21 Nov 2026 at 14:03, Alice <alice@example.com>" and below "wrote:".
    private static bool IsIntroduction(List<string> lines, int index)
    {
        var line = lines[index].TrimStart();
        return Introduces(line)
            || (StartsWithAny(line, s_openings) && lines.Skip(index + 1).Take(2).TakeWhile(next => next.Length > 0).Any(Introduces));
    }

    private static bool Introduces(string line) =>
        line.EndsWith(':') && Array.Exists(s_verbs, verb => line.Contains(verb, StringComparison.OrdinalIgnoreCase));

    private static bool StartsWithAny(string line, string[] words) =>
        Array.Exists(words, word => line.StartsWith(word, StringComparison.OrdinalIgnoreCase));
}
