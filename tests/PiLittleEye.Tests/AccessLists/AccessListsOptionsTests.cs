using System.Net;
using PiLittleEye.AccessLists;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.AccessLists;

public sealed class AccessListsOptionsTests
{
    [Fact]
    public void Nobody_is_trusted_by_default()
    {
        var options = Installer.Says(AccessListsOptions.Section, AccessListsOptions.Read);
        Assert.Empty(options.Networks());
        Assert.Equal("X-Forwarded-For", options.ProxyHeader);
    }

    [Fact]
    public void What_is_said_is_meant()
    {
        var options = Installer.Says(
            AccessListsOptions.Section,
            AccessListsOptions.Read,
            "--AccessLists:TrustedProxies:0=192.168.1.2",
            "--AccessLists:TrustedProxies:1=fd00::/64",
            "--AccessLists:ProxyHeader=X-Real-IP"
        );
        Assert.Equal([IPNetwork.Parse("192.168.1.2/32"), IPNetwork.Parse("fd00::/64")], options.Networks());
        Assert.Equal("X-Real-IP", options.ProxyHeader);
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("19*")]
    [InlineData("10.0.0.1-10.0.0.3")]
    public void A_proxy_that_is_no_address_is_told_with_its_remedy(string proxy)
    {
        var heard = Installer.Hears(AccessListsOptions.Section, AccessListsOptions.Read, $"--AccessLists:TrustedProxies:0={proxy}");
        Assert.Equal(
            [$"AccessLists:TrustedProxies:0 is \"{proxy}\"; use the proxy's address, as 192.168.1.2, or its network, as 10.1.0.0/24."],
            heard
        );
    }

    [Fact]
    public void A_header_that_is_none_of_the_three_is_told_with_its_remedy()
    {
        var heard = Installer.Hears(AccessListsOptions.Section, AccessListsOptions.Read, "--AccessLists:ProxyHeader=CF-IP");
        Assert.Equal(["AccessLists:ProxyHeader is \"CF-IP\"; use one of X-Forwarded-For, Forwarded, X-Real-IP."], heard);
    }
}
