using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.AccessLists;

namespace PiLittleEye.Tests.AccessLists;

public sealed class AddressRangeTextTests
{
    [Theory]
    [InlineData("192.168.*", "192.168.0.0/16")]
    [InlineData("10.*", "10.0.0.0/8")]
    [InlineData("192.168.1.*", "192.168.1.0/24")]
    [InlineData("fd*", "fd00::/8")]
    [InlineData("FC*", "fc00::/8")]
    [InlineData("fe8*", "fe80::/12")]
    [InlineData("fe80:*", "fe80::/16")]
    [InlineData("2001:db8:*", "2001:db8::/32")]
    [InlineData("192.168.1.77/24", "192.168.1.0/24")]
    [InlineData("  10.0.0.1  ", "10.0.0.1")]
    [InlineData("10.0.0.1/32", "10.0.0.1")]
    [InlineData("::1/128", "::1")]
    [InlineData("10.0.0.0-10.0.0.255", "10.0.0.0/24")]
    [InlineData("10.0.0.5 - 10.0.0.9", "10.0.0.5-10.0.0.9")]
    [InlineData("10.0.0.5-10.0.0.5", "10.0.0.5")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("::/0", "::/0")]
    // PLE-W18: IPv6 as people and routers write it.
    [InlineData("::", "::")]
    [InlineData("2001:DB8::1", "2001:db8::1")]
    [InlineData("2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1")]
    [InlineData("2001:db8::/32", "2001:db8::/32")]
    [InlineData("fe80::1%eth0", "fe80::1")]
    [InlineData("fe80::1%wlan-0.2/64", "fe80::/64")]
    // PLE-W17: IPv4 in the clothes of IPv6 is IPv4.
    [InlineData("::ffff:192.168.1.20", "192.168.1.20")]
    [InlineData("::FFFF:c0a8:114", "192.168.1.20")]
    [InlineData("::ffff:192.168.0.0/112", "192.168.0.0/16")]
    public void Every_spelling_with_one_meaning_is_read(string text, string meaning)
    {
        Assert.Null(AddressRangeText.Read(text, out var range));
        Assert.Equal(meaning, range!.ToString());
    }

    [Theory]
    // PLE-W19: half a number before the star.
    [InlineData("19*")]
    [InlineData("192*")]
    [InlineData("192.16*")]
    [InlineData("2001:d*")]
    [InlineData("*")]
    [InlineData("192.168.*.*")]
    [InlineData("10.*.0.1")]
    [InlineData("1.2.3.4.*")]
    [InlineData("fe80::*")]
    [InlineData("0:0:0:0:0:ffff:*")]
    [InlineData("fffff*")]
    // What the framework would read as something else than it says.
    [InlineData("1")]
    [InlineData("10.1")]
    [InlineData("010.0.0.1")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("256.1.1.1")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.")]
    [InlineData("[::1]")]
    [InlineData("[::1]:443")]
    [InlineData("192.168.1.1:443")]
    [InlineData("10.0.0.1%eth0")]
    [InlineData("fe80::1%")]
    [InlineData("fe80::1%a b")]
    [InlineData("fe80::1%12345678901234567")]
    [InlineData(":::")]
    [InlineData("1::2::3")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0.0/08000")]
    [InlineData("::/129")]
    [InlineData("::ffff:10.0.0.0/95")]
    [InlineData("10.0.0.9-10.0.0.5")]
    [InlineData("10.0.0.5-fd00::1")]
    [InlineData("10.0.0.5-")]
    [InlineData("localhost")]
    [InlineData("")]
    [InlineData("１０.0.0.1")]
    public void Everything_else_is_refused_with_a_sentence_that_names_it_and_says_what_to_write(string text)
    {
        var problem = AddressRangeText.Read(text, out var range);
        Assert.Null(range);
        Assert.StartsWith($"\"{text}\" ", problem, StringComparison.Ordinal);
        Assert.Matches("(write|use) .*\\.$", problem);
    }

    [Fact]
    public void What_is_far_too_long_is_not_repeated()
    {
        var problem = AddressRangeText.Read(new string('1', 100_000), out _);
        Assert.InRange(problem!.Length, 20, 300);
    }

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_in_words()
    {
        var pieces = Gen.Elements(
            "1",
            "0",
            "255",
            "f",
            "fd",
            "::",
            ":",
            ".",
            "/",
            "*",
            "-",
            "%",
            "ffff",
            "10.0.0.1",
            " ",
            "é",
            "\0",
            "\"",
            "["
        );
        Prop.ForAll(
                pieces.ArrayOf().Select(string.Concat).ToArbitrary(),
                text =>
                    AddressRangeText.Read(text, out var range) is { } problem
                        ? range is null && problem.EndsWith('.')
                        : AddressRange.Parse(range!.ToString()) == range
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5000));
    }
}
