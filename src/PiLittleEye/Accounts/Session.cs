namespace PiLittleEye.Accounts;

/// <summary>A sign-in that is still good. <see cref="Id"/> is safe to show; the token itself is only in the cookie.</summary>
internal sealed record Session(string Id, Account Account, DateTimeOffset SeenAt, DateTimeOffset ExpiresAt)
{
    /// <summary>When a password was last asked for and right; null for a token that has been exchanged since.</summary>
    public DateTimeOffset? ProvedAt { get; init; }
}
