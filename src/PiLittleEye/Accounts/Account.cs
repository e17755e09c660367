using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>Somebody who may sign in.</summary>
internal sealed record Account(long Id, string Name, AccountRole Role, string PasswordHash)
{
    // What a viewer may do of whom nobody said anything else: what PLE's viewers may.
    public static readonly Grants UsualRights = Grants.OnEveryCamera(Right.Watch | Right.Photo);

    /// <summary>By an administrator; nothing opens then.</summary>
    public DateTimeOffset? LockedAt { get; init; }

    /// <summary>Somebody else chose its password.</summary>
    public bool OwesPassword { get; init; }

    /// <summary>Asked for a code at sign-in.</summary>
    public bool HasSecondFactor { get; init; }

    public bool NeedsSecondFactor { get; init; }

    /// <summary>One of <see cref="Debts"/>, or null.</summary>
    public string? Owes =>
        OwesPassword ? Debts.Password
        : NeedsSecondFactor && !HasSecondFactor ? Debts.SecondFactor
        : null;

    /// <summary>Of guests: from then on nothing opens.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Wrong passwords since the last right one, from addresses where nobody signed in to it.</summary>
    public int Failures { get; init; }

    /// <summary>How often it was unlocked; with each, wrong passwords are counted anew.</summary>
    public long Unlocks { get; init; }

    /// <summary>What it was given; administrators may do everything whatever it says.</summary>
    public Grants Given { get; init; } = Grants.None;

    public bool IsAdministrator => Role == AccountRole.Administrator;

    public Grants Rights => IsAdministrator ? Grants.All : Given;

    /// <summary>
    /// Too many wrong passwords in a row, so that nobody comes in from where this person has not been (PLE-35). Whoever is in stays, and
    /// comes in from known places: else any stranger who knows a name could shut its owner out.
    /// </summary>
    public bool IsGuarded => !IsAdministrator && Failures >= AttemptPolicy.LocksAfter;

    /// <summary>Not locked by somebody and not over.</summary>
    public bool IsOpen(DateTimeOffset now) => LockedAt is null && !(ExpiresAt <= now);
}
