namespace PiLittleEye.Audit;

/// <summary>Events 3500 to 3599: what the log of what happened says in the journal.</summary>
internal static partial class AuditJournalLog
{
    [LoggerMessage(3501, LogLevel.Error, "{Count} entries could not be written to the log of what happened; they follow here")]
    public static partial void NotWritten(this ILogger logger, Exception failure, int count);

    [LoggerMessage(3502, LogLevel.Warning, "{Kind} by {Who} from {From}: {Text}")]
    public static partial void Unwritten(this ILogger logger, string kind, string? who, string? from, string text);

    [LoggerMessage(3503, LogLevel.Warning, "Old entries of the log of what happened could not be removed; that is tried again in an hour")]
    public static partial void NotTrimmed(this ILogger logger, Exception failure);
}
