namespace PiLittleEye.PhotoReplies;

/// <summary>Somebody who may ask for photos by mail.</summary>
internal sealed record PhotoSender
{
    public required long Id { get; init; }

    /// <summary>As addresses are compared.</summary>
    public required string Address { get; init; }

    /// <summary>Whose rights on cameras it has; null: all of them.</summary>
    public long? AccountId { get; init; }

    /// <summary>Several may share one.</summary>
    public required long SecretId { get; init; }

    /// <summary>The oldest other one with the same secret.</summary>
    public long? SharesWith { get; init; }

    /// <summary>Somebody typed a right code, so that the authenticator is known to have the secret.</summary>
    public bool IsVerified { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    public long Replies { get; init; }

    /// <summary>In the day that began with the first of them.</summary>
    public int WrongCodes { get; init; }

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;
}
