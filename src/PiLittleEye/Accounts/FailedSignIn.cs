namespace PiLittleEye.Accounts;

/// <summary>A wrong password for an account that exists.</summary>
/// <param name="AccountId">Whose.</param>
/// <param name="KnownAddress">From where, when this person has signed in from there; else null.</param>
internal sealed record FailedSignIn(long AccountId, string? KnownAddress);
