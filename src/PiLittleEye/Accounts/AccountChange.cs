using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>What an account is to become, all of it.</summary>
internal sealed record AccountChange(
    string Name,
    string NameKey,
    AccountRole Role,
    DateTimeOffset? LockedAt,
    DateTimeOffset? ExpiresAt,
    Grants Rights
)
{
    /// <summary>Wrong passwords of before count no more.</summary>
    public bool IsUnlocking { get; init; }

    /// <summary>Whatever it opened before must be opened anew: its role is another one, or nothing opens any more.</summary>
    public bool EndsSessions { get; init; }

    public bool CanAdministrate => Role == AccountRole.Administrator && LockedAt is null;
}
