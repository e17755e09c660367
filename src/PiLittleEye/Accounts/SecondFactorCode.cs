namespace PiLittleEye.Accounts;

/// <summary>Body of <c>PUT /api/v1/session/second-factor</c>.</summary>
internal sealed record SecondFactorCode(string? Code);
