namespace PiLittleEye.Accounts;

/// <summary>Body of <c>POST /api/v1/session</c>.</summary>
internal sealed record SignInRequest(string? Name, string? Password, string? Code = null);
