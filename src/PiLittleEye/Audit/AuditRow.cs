namespace PiLittleEye.Audit;

/// <summary>An entry as it stands in the log.</summary>
/// <param name="Id">One more than that of the row before.</param>
/// <param name="At">When it happened.</param>
/// <param name="Entry">What happened, fit to be written (<see cref="AuditText"/>).</param>
/// <param name="Hash">Over the hash of the row before and all of this one.</param>
internal sealed record AuditRow(long Id, DateTimeOffset At, AuditEntry Entry, byte[] Hash);
