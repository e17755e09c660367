using System.Globalization;
using System.Text.Json;

namespace PiLittleEye.Audit;

/// <summary>Which rows somebody wants to see.</summary>
internal sealed record LogQuery
{
    public const int DefaultLimit = 100;
    public const int HighestLimit = 500;

    // More words than that nobody types, and each of them is looked for in each row.
    private const int MostWords = 10;
    private const int LongestText = 200;
    private const int MostKinds = 20;

    public static readonly LogQuery Everything = new();

    /// <summary>Rows older than this one.</summary>
    public long? Before { get; private init; }

    public int Limit { get; private init; } = DefaultLimit;

    /// <summary>Empty: of all kinds.</summary>
    public IReadOnlyList<string> Kinds { get; private init; } = [];

    public string? Who { get; private init; }

    public bool AlertsOnly { get; private init; }

    /// <summary>All of them must stand somewhere in the row.</summary>
    public IReadOnlyList<string> Words { get; private init; } = [];

    public string? KindsAsJson => Kinds.Count == 0 ? null : JsonSerializer.Serialize(Kinds, AuditJson.Default.IReadOnlyListString);

    /// <param name="query">Of the request; what it does not name does not narrow.</param>
    /// <param name="problem">Value and remedy, when it cannot be understood.</param>
    public static LogQuery? Read(IQueryCollection query, out string? problem)
    {
        problem = null;
        var words = query["q"].ToString();
        if (words.Length > LongestText)
        {
            problem = $"q is longer than {LongestText} characters; look for less.";
        }

        var read = new LogQuery
        {
            Before = Number(query, "before", long.MaxValue, ref problem),
            Limit = (int)(Number(query, "limit", HighestLimit, ref problem) ?? DefaultLimit),
            Kinds = ReadKinds(query["kind"].ToString(), ref problem),
            Who = query["who"].ToString() is { Length: > 0 } who ? who : null,
            AlertsOnly = Flag(query["alerts"].ToString(), ref problem),
            Words = [.. SearchWords.In(words).Take(MostWords)],
        };
        return problem is null ? read : null;
    }

    public bool Matches(AuditEntry entry) => Words.All(word => Stands(word, entry));

    private static bool Stands(string word, AuditEntry entry) =>
        Has(entry.Text, word)
        || Has(entry.Kind, word)
        || Has(entry.Who, word)
        || Has(entry.From, word)
        || Has(entry.Camera, word)
        || Has(entry.Subject, word);

    private static bool Has(string? text, string word) => text?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static long? Number(IQueryCollection query, string name, long most, ref string? problem)
    {
        var text = query[name].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        problem ??= string.Create(CultureInfo.InvariantCulture, $"{name} is \"{text}\"; use a whole number from 1 to {most}.");
        return null;
    }

    private static bool Flag(string text, ref string? problem)
    {
        if (text.Length > 0 && text is not ("true" or "false"))
        {
            problem ??= $"alerts is \"{text}\"; use true or false.";
        }

        return text == "true";
    }

    private static string[] ReadKinds(string text, ref string? problem)
    {
        var kinds = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (kinds.Length > MostKinds || Array.Exists(kinds, kind => kind.Length > AuditText.LongestName))
        {
            problem ??= $"kind names more than {MostKinds} words; use fewer, as signed-in,signed-out.";
        }

        return kinds;
    }
}
