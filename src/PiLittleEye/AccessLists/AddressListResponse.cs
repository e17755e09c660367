namespace PiLittleEye.AccessLists;

/// <summary>One list as it is in force.</summary>
internal sealed record AddressListResponse(bool Enabled, IReadOnlyList<AddressEntry> Entries)
{
    public static AddressListResponse Of(AccessListKind kind, AddressList list, HitCounts hits) =>
        new(list.Enabled, [.. list.Entries.Select(entry => new AddressEntry(entry.ToString(), hits.Of(kind, entry)))]);
}
