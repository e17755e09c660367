using System.Net;

namespace PiLittleEye.AccessLists;

/// <summary>One list of the owner's. Switched off it keeps its entries.</summary>
internal sealed record AddressList(bool Enabled, IReadOnlyList<AddressRange> Entries)
{
    /// <summary>The first entry with this address in it; null when there is none, or when the list is off.</summary>
    public AddressRange? Find(IPAddress address)
    {
        if (Enabled)
        {
            foreach (var entry in Entries)
            {
                if (entry.Contains(address))
                {
                    return entry;
                }
            }
        }

        return null;
    }
}
