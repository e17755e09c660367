namespace PiLittleEye.AccessLists;

/// <summary>What an administrator asks for; what is left out stays.</summary>
/// <param name="Allow">Who alone may come.</param>
/// <param name="Block">Who may not.</param>
/// <param name="HomeNetworks">Who may watch without signing in.</param>
/// <param name="Confirm">Even if it shuts out whoever asks.</param>
internal sealed record AccessListsChange(AddressListChange? Allow, AddressListChange? Block, AddressListChange? HomeNetworks, bool? Confirm)
{
    // Beside what is private by definition, what a provider gives to one home: a /48 of IPv6, or a small company's /24.
    private const int ShortestPrefixOfIpv4 = 24;
    private const int ShortestPrefixOfIpv6 = 48;

    /// <returns>The lists as they would be, and one sentence for each wrong entry.</returns>
    public (AccessListsSettings Lists, Dictionary<string, string[]> Problems) ApplyTo(AccessListsSettings before)
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var lists = before with
        {
            Allow = Allow?.ApplyTo("allow", before.Allow, problems) ?? before.Allow,
            Block = Block?.ApplyTo("block", before.Block, problems) ?? before.Block,
            HomeNetworks = HomeNetworks?.ApplyTo("homeNetworks", before.HomeNetworks, problems, TooWide) ?? before.HomeNetworks,
        };
        return (lists, problems);
    }

    private static string? TooWide(AddressRange range) =>
        AccessListsSettings.Default.HomeNetworks.Entries.Any(home => home.Contains(range))
        || (range.Network is { } network && network.PrefixLength >= (range.Bits == 32 ? ShortestPrefixOfIpv4 : ShortestPrefixOfIpv6))
            ? null
            : $"\"{range}\" is more than one home; use a private network, or at least /{(range.Bits == 32 ? ShortestPrefixOfIpv4 : ShortestPrefixOfIpv6)}.";
}
