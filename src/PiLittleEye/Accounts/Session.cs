namespace PiLittleEye.Accounts;

/// <summary>A sign-in that is still good. <see cref="Id"/> is safe to log and to compare; the token itself is only in the cookie.</summary>
internal sealed record Session(string Id, Account Account, DateTimeOffset SeenAt, DateTimeOffset ExpiresAt);
