namespace PiLittleEye.Audit;

/// <summary>Whether the log is whole.</summary>
/// <param name="Rows">How many were looked at.</param>
/// <param name="WrongId">The first row that is not what it was, or is missing; null when all is well.</param>
/// <param name="Problem">What is wrong with it.</param>
internal sealed record AuditVerdict(long Rows, long? WrongId, string? Problem)
{
    public bool IsWhole => WrongId is null;
}
