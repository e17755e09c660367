namespace PiLittleEye.Accounts;

/// <summary>Body of <c>PUT /api/v1/session/password</c>.</summary>
internal sealed record PasswordChangeRequest(string? Current, string? New);
