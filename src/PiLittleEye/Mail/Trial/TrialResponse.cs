namespace PiLittleEye.Mail.Trial;

/// <summary>How the test of a mail account goes.</summary>
/// <param name="StartedAt">Null when none was made since the service started.</param>
internal sealed record TrialResponse(bool IsRunning, DateTimeOffset? StartedAt, IReadOnlyList<TrialStep> Steps)
{
    public static readonly TrialResponse None = new(IsRunning: false, StartedAt: null, []);
}
