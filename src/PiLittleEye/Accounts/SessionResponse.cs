namespace PiLittleEye.Accounts;

/// <summary>Body of <c>GET /api/v1/session</c>.</summary>
internal sealed record SessionResponse(string Name, string Role);
