using System.Net;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.AccessLists;

namespace PiLittleEye.Tests.AccessLists;

public sealed class AddressRangeTests
{
    // Words of any length, with the ends and the zeros that spellings are made of more often than chance would have them.
    private static readonly Gen<uint> s_word = Gen.OneOf(
        Gen.Elements(0u, 1u, 0xFFFFu, 0xFFFF0000u, uint.MaxValue, 0xC0A80000u),
        Gen.Choose(int.MinValue, int.MaxValue).Select(word => unchecked((uint)word))
    );

    private static readonly Gen<IPAddress> s_ipv4 = s_word.Select(word => new AddressNumber(32, word).ToAddress());

    private static readonly Gen<IPAddress> s_ipv6 = s_word.ArrayOf(4).Select(FromWords);

    private static readonly Gen<IPAddress> s_address = Gen.OneOf(s_ipv4, s_ipv6);

    [Fact]
    public void What_is_printed_is_read_as_the_same()
    {
        var network = s_address.SelectMany(address => Gen.Choose(0, BitsOf(address)).Select(prefix => $"{address}/{prefix}"));
        var span = s_address
            .Zip(s_address)
            .Where(pair => BitsOf(AddressNumber.Plain(pair.Item1)) == BitsOf(AddressNumber.Plain(pair.Item2)))
            .Select(pair => AddressNumber.Of(pair.Item1).Value <= AddressNumber.Of(pair.Item2).Value ? pair : (pair.Item2, pair.Item1))
            .Select(pair => $"{pair.Item1}-{pair.Item2}");
        Check(
            Gen.OneOf(s_address.Select(address => address.ToString()), network, span),
            text =>
            {
                // A mapped address with a short prefix is neither IPv4 nor IPv6, and refused.
                if (AddressRangeText.Read(text, out var range) is { } problem)
                {
                    return text.Contains('/', StringComparison.Ordinal)
                        && problem.Contains("wrong number of bits", StringComparison.Ordinal);
                }

                var printed = range!.ToString();
                return AddressRange.Parse(printed) == range && AddressRange.Parse(printed).ToString() == printed;
            }
        );
    }

    [Fact]
    public void A_network_holds_exactly_what_the_framework_says_it_holds()
    {
        var sets = s_address
            .SelectMany(address => Gen.Choose(0, BitsOf(address)).Select(prefix => (Address: address, Prefix: prefix)))
            .Where(set => !set.Address.IsIPv4MappedToIPv6);
        // Asked about strangers and about those who nearly belong: the same address with one bit turned.
        var asked = sets.SelectMany(set =>
            Gen.OneOf(s_address, Gen.Choose(0, BitsOf(set.Address) - 1).Select(bit => Turn(set.Address, bit)))
                .Where(other => !other.IsIPv4MappedToIPv6)
                .Select(other => (set.Address, set.Prefix, Other: other))
        );
        Check(
            asked,
            set =>
            {
                var ours = AddressRange.Parse($"{set.Address}/{set.Prefix}");
                var theirs = new IPNetwork(Masked(set.Address, set.Prefix), set.Prefix);
                return ours.Contains(set.Other) == theirs.Contains(set.Other) && ours.Network == theirs;
            }
        );
    }

    [Fact]
    public void A_span_holds_its_ends_and_what_lies_between()
    {
        var range = AddressRange.Parse("192.168.1.10-192.168.2.5");
        Assert.True(range.Contains(IPAddress.Parse("192.168.1.10")));
        Assert.True(range.Contains(IPAddress.Parse("192.168.1.255")));
        Assert.True(range.Contains(IPAddress.Parse("192.168.2.5")));
        Assert.False(range.Contains(IPAddress.Parse("192.168.1.9")));
        Assert.False(range.Contains(IPAddress.Parse("192.168.2.6")));
        Assert.Null(range.Network);
        Assert.Equal("192.168.1.10-192.168.2.5", range.ToString());
    }

    [Theory]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)] // PLE-W17: the same machine, through a socket of both worlds.
    [InlineData("::ffff:10.0.0.0/104", "10.1.2.3", true)]
    [InlineData("::/0", "10.1.2.3", false)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("fe80::/10", "fe80::1%3", true)]
    [InlineData("fe80::1%eth0", "fe80::1", true)]
    [InlineData("172.16.0.0/12", "172.31.255.255", true)] // PLE-W17
    [InlineData("172.16.0.0/12", "172.32.0.0", false)]
    [InlineData("192.168.1.0/24", "192.168.10.1", false)] // ACP-W6: a network is no prefix of letters …
    [InlineData("192.168.1.0/24", "192.168.100.1", false)]
    [InlineData("192.168.1.*", "192.168.19.1", false)]
    [InlineData("10.20.16.0/20", "10.20.31.255", true)] // … and has any length.
    [InlineData("10.20.16.0/20", "10.20.32.0", false)]
    [InlineData("1.2.3.4", "11.2.3.4", false)] // ACP-W5: nor is an address part of another.
    [InlineData("1.2.3.4", "1.2.3.40", false)]
    [InlineData("1.2.3.4", "1.2.3.4", true)]
    [InlineData("fd*", "fd12::1", true)]
    [InlineData("fd*", "fc12::1", false)]
    [InlineData("fc*", "252.1.1.1", false)] // PLE-W19
    public void Who_is_in_it(string range, string address, bool isIn) =>
        Assert.Equal(isIn, AddressRange.Parse(range).Contains(IPAddress.Parse(address)));

    [Fact]
    public void One_range_lies_in_another_only_with_all_of_it()
    {
        var home = AddressRange.Parse("192.168.0.0/16");
        Assert.True(home.Contains(AddressRange.Parse("192.168.3.0/24")));
        Assert.True(home.Contains(home));
        Assert.False(home.Contains(AddressRange.Parse("192.0.0.0/8")));
        Assert.False(home.Contains(AddressRange.Parse("192.168.255.0-192.169.0.0")));
        Assert.False(home.Contains(AddressRange.Parse("fd00::/64")));
    }

    private static void Check<T>(Gen<T> values, Func<T, bool> holds) =>
        Prop.ForAll(values.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static int BitsOf(IPAddress address) => address.GetAddressBytes().Length * 8;

    private static IPAddress FromWords(uint[] words) =>
        new([.. words.SelectMany(word => new[] { (byte)(word >> 24), (byte)(word >> 16), (byte)(word >> 8), (byte)word })]);

    private static IPAddress Turn(IPAddress address, int bit)
    {
        var bytes = address.GetAddressBytes();
        bytes[bit / 8] ^= (byte)(0x80 >> (bit % 8));
        return new IPAddress(bytes);
    }

    // Bit by bit, so that it shares no arithmetic with what it checks.
    private static IPAddress Masked(IPAddress address, int prefix)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = prefix; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPAddress(bytes);
    }
}
