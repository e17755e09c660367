using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PiLittleEye.Audit;

/// <summary>The whole log as one file, oldest first, page by page: neither the memory nor the database is held while a slow reader takes it.</summary>
internal sealed class LogExport(AuditStore store, TimeProvider clock)
{
    private const int RowsAtOnce = 500;

    public async Task SendAsync(HttpResponse response, LogQuery query, bool isCsv, CancellationToken cancellationToken)
    {
        var day = clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        response.ContentType = isCsv ? "text/csv; charset=utf-8; header=present" : "application/jsonl; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"pi-little-eye-log-{day}.{(isCsv ? "csv" : "jsonl")}\"";
        if (isCsv)
        {
            await response.WriteAsync(AuditCsv.Header, cancellationToken);
        }

        // Up to what stands there now: a log that grows while it is read must come to an end.
        var (reached, end) = (0L, store.LastId());
        while (reached < end)
        {
            var rows = store.After(reached, RowsAtOnce, query);
            var lines = new StringBuilder();
            foreach (var row in rows.TakeWhile(row => row.Id <= end))
            {
                lines.Append(isCsv ? AuditCsv.Line(row) : JsonLine(row));
            }

            await response.WriteAsync(lines.ToString(), cancellationToken);
            reached = rows.Count < RowsAtOnce ? end : rows[^1].Id;
        }
    }

    public static string JsonLine(AuditRow row) =>
        JsonSerializer.Serialize(new LogLine(LogItem.Of(row), Convert.ToHexStringLower(row.Hash)), AuditJson.Default.LogLine) + "\n";
}
