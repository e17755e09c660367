using System.Net;

namespace PiLittleEye.Audit;

/// <summary>Addresses as the log shows them.</summary>
internal static class AddressText
{
    /// <summary>An IPv4 address is written as one, also where it came through a socket of IPv6.</summary>
    public static string? Of(IPAddress? address) =>
        address switch
        {
            null => null,
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            _ => address.ToString(),
        };
}
