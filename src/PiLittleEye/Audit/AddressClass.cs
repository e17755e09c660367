using System.Net;
using System.Net.Sockets;

namespace PiLittleEye.Audit;

/// <summary>Where roughly an address is: what comes by the thousand is counted by this.</summary>
internal static class AddressClass
{
    public const string ThisMachine = "this machine";
    public const string HomeNetwork = "home network";
    public const string Internet = "internet";

    // RFC 1918, RFC 3927 and RFC 6598; RFC 4193 for IPv6, whose link-local ones the framework knows.
    private static readonly IPNetwork[] s_home =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("100.64.0.0/10"),
        IPNetwork.Parse("fc00::/7"),
    ];

    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return Internet;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address))
        {
            return ThisMachine;
        }

        var isLinkLocal = address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv6LinkLocal: true };
        return isLinkLocal || Array.Exists(s_home, network => network.Contains(address)) ? HomeNetwork : Internet;
    }
}
