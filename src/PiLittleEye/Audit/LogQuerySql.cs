using System.Globalization;
using System.Text;

namespace PiLittleEye.Audit;

/// <summary>
/// A <see cref="LogQuery"/> as SQL. Only what was asked for stands in it, so that SQLite sees which index it can take: a hundred thousand
/// rows are too many to look at on a small board.
/// </summary>
internal sealed class LogQuerySql
{
    private const string Columns = AuditStore.Columns;

    private LogQuerySql(string text, (string Name, object? Value)[] values) => (Text, Values) = (text, values);

    public string Text { get; }

    public (string Name, object? Value)[] Values { get; }

    /// <param name="condition">Where the page begins, with <c>$edge</c>.</param>
    /// <param name="edge">Its value.</param>
    /// <param name="order">Of the rows.</param>
    /// <param name="query">Which of them.</param>
    public static LogQuerySql Of(string condition, long edge, string order, LogQuery query)
    {
        var text = new StringBuilder($"SELECT {Columns} FROM audit WHERE {condition}");
        var values = new List<(string, object?)> { ("$edge", edge) };
        switch (query.Kinds)
        {
            case []:
                break;
            case [var kind]:
                text.Append(" AND kind = $kind");
                values.Add(("$kind", kind));
                break;
            default:
                // Without the index (the +): rows of several kinds would have to be sorted before the first is seen.
                text.Append(" AND +kind IN (SELECT value FROM json_each($kinds))");
                values.Add(("$kinds", query.KindsAsJson));
                break;
        }

        if (query.Who is { } who)
        {
            text.Append(" AND who = $who");
            values.Add(("$who", who));
        }

        if (query.AlertsOnly)
        {
            text.Append(" AND is_alert = 1");
        }

        foreach (var word in query.Words.Where(word => Ascii.IsValid(word)))
        {
            // LIKE knows capital letters of ASCII only; other words are looked for in what is left (LogQuery.Matches).
            var name = string.Create(CultureInfo.InvariantCulture, $"$word{values.Count}");
            text.Append(CultureInfo.InvariantCulture, $" AND ({Like("text")} OR {Like("kind")} OR {Like("who")}")
                .Append(CultureInfo.InvariantCulture, $" OR {Like("address")} OR {Like("camera")} OR {Like("subject")})");
            values.Add((name, $"%{Escaped(word)}%"));

            string Like(string column) => $@"{column} LIKE {name} ESCAPE '\'";
        }

        return new LogQuerySql(text.Append($" ORDER BY {order}").ToString(), [.. values]);
    }

    private static string Escaped(string word) =>
        word.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
