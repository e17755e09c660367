namespace PiLittleEye.Keys;

/// <summary>Body of <c>POST /api/v1/keys</c>.</summary>
internal sealed record KeyRequest(string? Name, Dictionary<string, string[]>? Rights, DateTimeOffset? ExpiresAt);
