using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;

namespace PiLittleEye.Certificates;

/// <summary>Under which names and addresses this machine can be reached.</summary>
/// <param name="Hosts">Host names, lower case, no duplicates.</param>
/// <param name="Addresses">All addresses, link-local and temporary ones included.</param>
/// <param name="Lasting">Those of <paramref name="Addresses"/> that stay: IPv6 privacy addresses change every day and must not renew a certificate.</param>
internal sealed record MachineNames(IReadOnlyList<string> Hosts, IReadOnlyList<IPAddress> Addresses, IReadOnlyList<IPAddress> Lasting)
{
    // IFA_F_TEMPORARY and IFA_F_DEPRECATED of linux/if_addr.h, the fifth column of /proc/net/if_inet6.
    private const int Passing = 0x01 | 0x20;

    public static MachineNames Of(IEnumerable<string> extraNames)
    {
        var machine = Environment.MachineName;
        string?[] own = ["localhost", machine, $"{machine}.local", FullName(machine)];
        var hosts = new List<string>();
        foreach (var text in own.OfType<string>())
        {
            if (HostName.TryNormalise(text, out var host))
            {
                hosts.Add(host);
            }
        }

        var addresses = new List<IPAddress> { IPAddress.Loopback, IPAddress.IPv6Loopback };
        addresses.AddRange(
            NetworkInterface
                .GetAllNetworkInterfaces()
                .Where(nic => nic.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
                .SelectMany(nic => nic.GetIPProperties().UnicastAddresses)
                .Select(unicast => WithoutScope(unicast.Address))
        );
        foreach (var extra in extraNames)
        {
            if (IPAddress.TryParse(extra, out var address))
            {
                addresses.Add(WithoutScope(address));
            }
            else if (HostName.TryNormalise(extra, out var host))
            {
                hosts.Add(host);
            }
        }

        var passing = PassingAddresses();
        var all = addresses.Distinct().ToList();
        return new MachineNames([.. hosts.Distinct(StringComparer.Ordinal)], all, [.. all.Where(address => !passing.Contains(address))]);
    }

    private static string? FullName(string machine)
    {
        var domain = IPGlobalProperties.GetIPGlobalProperties().DomainName;
        return domain is { Length: > 0 } && !string.Equals(domain, "(none)", StringComparison.Ordinal) ? $"{machine}.{domain}" : null;
    }

    // A certificate names the address; the interface it is on is the machine's own business.
    private static IPAddress WithoutScope(IPAddress address) =>
        address.IsIPv6LinkLocal ? new IPAddress(address.GetAddressBytes()) : address;

    private static HashSet<IPAddress> PassingAddresses()
    {
        const string table = "/proc/net/if_inet6";
        if (!File.Exists(table))
        {
            return [];
        }

        var passing = new HashSet<IPAddress>();
        foreach (var line in File.ReadLines(table))
        {
            var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (
                columns.Length >= 5
                && columns[0].Length == 32
                && int.TryParse(columns[4], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var flags)
                && (flags & Passing) != 0
            )
            {
                passing.Add(new IPAddress(Convert.FromHexString(columns[0])));
            }
        }

        return passing;
    }
}
