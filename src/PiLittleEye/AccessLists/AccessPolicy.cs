using System.Net;

namespace PiLittleEye.AccessLists;

/// <summary>Who may come at all, before anybody asks who it is.</summary>
internal static class AccessPolicy
{
    /// <param name="lists">In force.</param>
    /// <param name="address">Plain; null when it is not known, which is never a way in.</param>
    public static AccessVerdict Decide(AccessListsSettings lists, IPAddress? address)
    {
        if (!lists.Allow.Enabled && !lists.Block.Enabled)
        {
            return new AccessVerdict(IsAdmitted: true);
        }

        if (address is null)
        {
            return new AccessVerdict(IsAdmitted: false);
        }

        // Whoever sits at the machine itself must always be able to mend the lists.
        if (!IPAddress.IsLoopback(address) && lists.Block.Find(address) is { } blocked)
        {
            return new AccessVerdict(IsAdmitted: false, AccessListKind.Block, blocked);
        }

        var allowed = lists.Allow.Find(address);
        return new AccessVerdict(
            !lists.Allow.Enabled || allowed is not null || IPAddress.IsLoopback(address),
            AccessListKind.Allow,
            allowed
        );
    }
}
