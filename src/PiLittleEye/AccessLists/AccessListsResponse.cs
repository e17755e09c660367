namespace PiLittleEye.AccessLists;

/// <summary>All lists as they are in force.</summary>
internal sealed record AccessListsResponse(
    AddressListResponse Allow,
    AddressListResponse Block,
    AddressListResponse HomeNetworks,
    IReadOnlyList<string> TrustedProxies,
    PendingResponse? Pending
)
{
    /// <param name="gate">In force.</param>
    /// <param name="hits">Of each entry.</param>
    /// <param name="proxies">From the installer.</param>
    /// <param name="token">For whoever just began the trial under way; nobody else is told.</param>
    public static AccessListsResponse Of(AccessGate gate, HitCounts hits, AccessListsOptions proxies, string? token = null)
    {
        var lists = gate.InForce;
        return new AccessListsResponse(
            AddressListResponse.Of(AccessListKind.Allow, lists.Allow, hits),
            AddressListResponse.Of(AccessListKind.Block, lists.Block, hits),
            AddressListResponse.Of(AccessListKind.HomeNetworks, lists.HomeNetworks, hits),
            proxies.TrustedProxies,
            gate.Pending is { } pending ? new PendingResponse(pending.Until, token) : null
        );
    }
}
