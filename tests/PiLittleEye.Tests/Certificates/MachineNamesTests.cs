using System.Net;
using System.Net.NetworkInformation;
using PiLittleEye.Certificates;

namespace PiLittleEye.Tests.Certificates;

public sealed class MachineNamesTests
{
    [Fact]
    public void The_loopback_is_named_in_every_form()
    {
        var names = MachineNames.Of([]);
        Assert.Contains("localhost", names.Hosts);
        Assert.Contains(IPAddress.Loopback, names.Addresses);
        Assert.Contains(IPAddress.IPv6Loopback, names.Addresses);
    }

    [Fact]
    public void The_machine_is_named_bare_and_as_its_neighbours_call_it()
    {
        var name = Environment.MachineName.ToLowerInvariant();
        var names = MachineNames.Of([]);
        Assert.Contains(name, names.Hosts);
        Assert.Contains($"{name}.local", names.Hosts);
    }

    [Fact]
    public void Every_address_of_every_interface_is_named_without_its_interface()
    {
        var names = MachineNames.Of([]);
        var own = NetworkInterface
            .GetAllNetworkInterfaces()
            .SelectMany(nic => nic.GetIPProperties().UnicastAddresses)
            .Select(unicast => new IPAddress(unicast.Address.GetAddressBytes()));
        Assert.All(own, address => Assert.Contains(address, names.Addresses));
        Assert.All(names.Addresses.Where(address => address.IsIPv6LinkLocal), address => Assert.Equal(0, address.ScopeId));
    }

    [Fact]
    public void What_the_installer_adds_is_named_too_as_a_host_or_as_an_address()
    {
        var names = MachineNames.Of(["Eye.Example.org", "203.0.113.5", "2001:db8::1", "eye.example.org"]);
        Assert.Single(names.Hosts, "eye.example.org");
        Assert.Contains(IPAddress.Parse("203.0.113.5"), names.Lasting);
        Assert.Contains(IPAddress.Parse("2001:db8::1"), names.Lasting);
    }

    [Fact]
    public void A_name_in_another_alphabet_is_written_as_browsers_write_it() =>
        Assert.Contains("xn--drucker-kche-llb.example.org", MachineNames.Of(["Drucker-Küche.example.org"]).Hosts);

    [Fact]
    public void The_interface_of_an_added_address_is_left_out() =>
        Assert.Contains(IPAddress.Parse("fe80::1"), MachineNames.Of(["fe80::1%7"]).Lasting);

    [Fact]
    public void Nothing_is_named_twice()
    {
        var names = MachineNames.Of(["localhost", "127.0.0.1"]);
        Assert.Equal(names.Hosts.Distinct(), names.Hosts);
        Assert.Equal(names.Addresses.Distinct(), names.Addresses);
    }
}
