using PiLittleEye.Accounts;
using PiLittleEye.Frames;
using PiLittleEye.Rights;

namespace PiLittleEye.PhotoReplies;

/// <summary>Of which cameras a sender may have photos.</summary>
internal sealed class SenderRights(FrameHubs hubs, AccountStore accounts, TimeProvider clock)
{
    /// <returns>In their order; none when the account is locked or over.</returns>
    public IReadOnlyList<FrameHub> CamerasOf(PhotoSender sender)
    {
        if (sender.AccountId is not { } id)
        {
            return hubs.InOrder;
        }

        return accounts.Find(id) is { } account && account.IsOpen(clock.GetUtcNow())
            ? [.. hubs.InOrder.Where(hub => account.Rights.Allow(hub.CameraId, Right.Photo))]
            : [];
    }
}
