namespace PiLittleEye.Accounts;

/// <summary>Body of <c>PUT /api/v1/accounts/{id}/password</c>.</summary>
internal sealed record TemporaryPasswordRequest(string? Password);
