namespace PiLittleEye.PhotoReplies;

/// <summary>A sender with what its authenticator must be given, which is shown this once.</summary>
/// <param name="Secret">To be typed where there is no camera; null when it shares another sender's.</param>
/// <param name="Uri">What the QR code says.</param>
/// <param name="Qr">An SVG.</param>
internal sealed record SenderCreated(
    long Id,
    string Address,
    long? Account,
    long? SharesWith,
    bool IsVerified,
    DateTimeOffset CreatedAt,
    string? Secret,
    string? Uri,
    string? Qr
)
{
    public static SenderCreated Of(SenderItem item, SharedSecret? secret) =>
        new(item.Id, item.Address, item.Account, item.SharesWith, item.IsVerified, item.CreatedAt, secret?.Secret, secret?.Uri, secret?.Qr);
}
