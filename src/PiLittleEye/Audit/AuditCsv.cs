using System.Text;

namespace PiLittleEye.Audit;

/// <summary>Rows as RFC 4180 says, every field in quotation marks, for whatever opens tables.</summary>
internal static class AuditCsv
{
    public const string Header = "id,at,kind,who,from,camera,subject,succeeded,isAlert,text,hash\r\n";

    // What a table program would take for a formula (OWASP, CSV injection): a name that a stranger typed must not run on the owner's desk.
    private const string FormulaStarts = "=+-@\t\r";

    public static string Line(AuditRow row)
    {
        var item = LogItem.Of(row);
        var line = new StringBuilder();
        Add(line, $"{item.Id}");
        Add(line, MomentText.Of(row.At));
        Add(line, item.Kind);
        Add(line, item.Who);
        Add(line, item.From);
        Add(line, item.Camera);
        Add(line, item.Subject);
        Add(line, item.Succeeded ? "true" : "false");
        Add(line, item.IsAlert ? "true" : "false");
        Add(line, item.Text);
        Add(line, Convert.ToHexStringLower(row.Hash));
        line.Length--;
        return line.Append("\r\n").ToString();
    }

    private static void Add(StringBuilder line, string? field)
    {
        line.Append('"');
        if (field is { Length: > 0 } && FormulaStarts.Contains(field[0], StringComparison.Ordinal))
        {
            line.Append('\'');
        }

        line.Append(field?.Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\",");
    }
}
