namespace PiLittleEye.Accounts;

/// <summary>Body of <c>POST /api/v1/claim</c>.</summary>
internal sealed record ClaimRequest(string? SetupCode, string? Name, string? Password);
