using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>An account that is to be.</summary>
internal sealed record NewAccount(string Name, string NameKey, AccountRole Role, string PasswordHash)
{
    public string? Owes { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public Grants Rights { get; init; } = Account.UsualRights;
}
