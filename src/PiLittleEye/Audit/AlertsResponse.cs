namespace PiLittleEye.Audit;

/// <summary>Alerts that whoever asks has not seen.</summary>
/// <param name="Since">When the oldest of them happened.</param>
internal sealed record AlertsResponse(long Count, DateTimeOffset? Since);
