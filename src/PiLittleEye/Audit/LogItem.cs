namespace PiLittleEye.Audit;

/// <summary>One row for whoever reads the log.</summary>
/// <param name="Id">Grows; the place in the log, and the cursor of the next page.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">A stable word, as <c>signed-in</c>.</param>
/// <param name="Who">Name of account, key or ticket; absent for strangers and for what the service did by itself.</param>
/// <param name="From">Address, or the class of addresses of what was counted together.</param>
/// <param name="Camera">Id of the camera it is about.</param>
/// <param name="Subject">What it was done to.</param>
/// <param name="Succeeded">Whether it was done.</param>
/// <param name="IsAlert">Whether an administrator should look at it.</param>
/// <param name="Text">A sentence.</param>
internal sealed record LogItem(
    long Id,
    DateTimeOffset At,
    string Kind,
    string? Who,
    string? From,
    string? Camera,
    string? Subject,
    bool Succeeded,
    bool IsAlert,
    string Text
)
{
    public static LogItem Of(AuditRow row) =>
        new(
            row.Id,
            row.At,
            row.Entry.Kind,
            row.Entry.Who,
            row.Entry.From,
            row.Entry.Camera,
            row.Entry.Subject,
            row.Entry.Succeeded,
            row.Entry.IsAlert,
            row.Entry.Text
        );
}
