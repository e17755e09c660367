using System.Net;

namespace PiLittleEye.Certificates;

/// <summary>Addresses that mean something in one's own network only, so that vouching for them harms nobody else.</summary>
internal static class PrivateRanges
{
    /// <summary>RFC 1918, 3927 and 1122 for IPv4; RFC 4193, 4291 for IPv6.</summary>
    public static readonly IReadOnlyList<IPNetwork> All =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("::1/128"),
    ];

    public static bool Contain(IPAddress address) => All.Any(range => range.Contains(address));
}
