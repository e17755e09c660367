using System.Net;
using PiLittleEye.AccessLists;

namespace PiLittleEye.Tests.AccessLists;

public sealed class AccessPolicyTests
{
    private static readonly AccessListsSettings s_onlyHome = AccessListsSettings.Default with
    {
        Allow = AccessListsSettings.Default.Allow with { Enabled = true },
    };

    [Theory]
    [InlineData("203.0.113.9")]
    [InlineData("2001:db8::1")]
    [InlineData(null)]
    public void Both_lists_are_off_by_default_and_everybody_may_come(string? address) =>
        Assert.True(AccessPolicy.Decide(AccessListsSettings.Default, Address(address)).IsAdmitted);

    [Theory]
    [InlineData("192.168.7.7", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.16.0.1", true)]
    [InlineData("172.31.0.1", true)]
    [InlineData("fd12:3456::1", true)]
    [InlineData("fc00::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:192.168.7.7", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.169.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("203.0.113.9", false)]
    [InlineData("2001:db8::1", false)]
    public void The_allow_list_as_it_is_prefilled_holds_homes_and_nothing_else(string address, bool isAdmitted) =>
        Assert.Equal(isAdmitted, AccessPolicy.Decide(s_onlyHome, Address(address)).IsAdmitted);

    [Fact]
    public void What_both_lists_name_is_blocked()
    {
        var verdict = AccessPolicy.Decide(s_onlyHome with { Block = On("192.168.7.0/24") }, Address("192.168.7.7"));
        Assert.Equal(
            (false, AccessListKind.Block, AddressRange.Parse("192.168.7.0/24")),
            (verdict.IsAdmitted, verdict.List, verdict.Entry)
        );
        Assert.True(AccessPolicy.Decide(s_onlyHome with { Block = On("192.168.7.0/24") }, Address("192.168.8.7")).IsAdmitted);
    }

    [Fact]
    public void The_block_list_alone_lets_all_others_come()
    {
        var lists = AccessListsSettings.Default with { Block = On("203.0.113.0/24") };
        Assert.False(AccessPolicy.Decide(lists, Address("203.0.113.9")).IsAdmitted);
        Assert.True(AccessPolicy.Decide(lists, Address("203.0.114.9")).IsAdmitted);
    }

    // PLE-W16: an address that could not be read was let in.
    [Fact]
    public void An_address_that_nobody_knows_is_refused_as_soon_as_a_list_is_on()
    {
        Assert.False(AccessPolicy.Decide(s_onlyHome, address: null).IsAdmitted);
        Assert.False(AccessPolicy.Decide(AccessListsSettings.Default with { Block = On("203.0.113.0/24") }, address: null).IsAdmitted);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.3.2.1")]
    [InlineData("::1")]
    public void Nothing_locks_out_whoever_sits_at_the_machine_itself(string address)
    {
        var nobody = new AccessListsSettings(On(), On("0.0.0.0/0", "::/0"), On(), Revision: 0);
        Assert.True(AccessPolicy.Decide(nobody, Address(address)).IsAdmitted);
        Assert.False(AccessPolicy.Decide(nobody, Address("192.168.1.1")).IsAdmitted);
    }

    [Fact]
    public void The_way_back_in_switches_both_off_and_keeps_their_entries()
    {
        var lists = s_onlyHome with { Block = On("203.0.113.0/24") };
        var disabled = lists.Disabled();
        Assert.True(AccessPolicy.Decide(disabled, Address("203.0.113.9")).IsAdmitted);
        Assert.Equal((7, 1), (disabled.Allow.Entries.Count, disabled.Block.Entries.Count));
        Assert.NotEqual(lists.Revision, disabled.Revision);
    }

    private static IPAddress? Address(string? text) => text is null ? null : AddressNumber.Plain(IPAddress.Parse(text));

    private static AddressList On(params string[] entries) => new(Enabled: true, [.. entries.Select(AddressRange.Parse)]);
}
