namespace PiLittleEye.Audit;

/// <summary>Some rows, the newest first.</summary>
/// <param name="Next">As <c>before</c> it gives those that follow; absent when there are none.</param>
internal sealed record LogPage(IReadOnlyList<LogItem> Entries, long? Next);
