namespace PiLittleEye.PhotoReplies;

/// <summary>A sender as the API shows it: never the secret.</summary>
/// <param name="Account">Id of the account whose rights it has; null: all cameras.</param>
/// <param name="SharesWith">Id of the oldest other sender with the same secret.</param>
/// <param name="LockedUntil">Null when it is not locked.</param>
/// <param name="WrongCodes">In the last day.</param>
internal sealed record SenderItem(
    long Id,
    string Address,
    long? Account,
    long? SharesWith,
    bool IsVerified,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LockedUntil,
    DateTimeOffset? UsedAt,
    long Replies,
    int WrongCodes
)
{
    public static SenderItem Of(PhotoSender sender, DateTimeOffset now) =>
        new(
            sender.Id,
            sender.Address,
            sender.AccountId,
            sender.SharesWith,
            sender.IsVerified,
            sender.CreatedAt,
            sender.IsLocked(now) ? sender.LockedUntil : null,
            sender.UsedAt,
            sender.Replies,
            sender.WrongCodes
        );
}
