namespace PiLittleEye.Accounts;

/// <summary>Body and answer of <c>/api/v1/accounts/second-factor-required</c>.</summary>
internal sealed record RequiredRoles(IReadOnlyList<string>? Roles);
