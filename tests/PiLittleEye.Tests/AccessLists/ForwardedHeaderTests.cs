using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.AccessLists;

namespace PiLittleEye.Tests.AccessLists;

public sealed class ForwardedHeaderTests
{
    [Theory]
    [InlineData("for=192.0.2.43", "192.0.2.43")]
    [InlineData("for=192.0.2.43, for=198.51.100.17", "192.0.2.43, 198.51.100.17")]
    [InlineData("For=\"[2001:db8:cafe::17]:4711\"", "[2001:db8:cafe::17]:4711")]
    [InlineData("by=203.0.113.60;proto=http; for=192.0.2.60 ;host=a", "192.0.2.60")]
    [InlineData("proto=https", "unknown")]
    [InlineData("for=unknown, for=_hidden", "unknown, _hidden")]
    [InlineData("for=", "unknown")]
    [InlineData("", "unknown")]
    // A client's own part must not become one more hop, nor swallow the proxy's.
    [InlineData("for=\"1.2.3.4, 5.6.7.8\", for=192.0.2.43", "unknown, 192.0.2.43")]
    [InlineData("host=\"a;for=1.2.3.4\";for=192.0.2.43", "192.0.2.43")]
    [InlineData("for=127.0.0.1;x=\", for=192.0.2.43", "unknown")]
    [InlineData("for=127.0.0.1;x=\"\\, for=\"[2001:db8::9]\"", "unknown")]
    public void The_hops_are_those_of_the_standard(string header, string hops) =>
        Assert.Equal(hops, ForwardedHeader.ToForwardedFor(header));

    [Fact]
    public void The_last_hop_is_what_the_nearest_proxy_said_or_nobody_knows_whatever_stands_before()
    {
        var pieces = Gen.Elements("for=", "FOR=1.2.3.4", ",", ";", "\"", "\\", "=", " ", "for=\"x\"", "é", "by=a");
        Prop.ForAll(
                pieces.ArrayOf().Select(string.Concat).ToArbitrary(),
                forged =>
                    ForwardedHeader.ToForwardedFor($"{forged},for=192.0.2.43") is var hops
                    && (hops.EndsWith(", 192.0.2.43", StringComparison.Ordinal) || hops == "unknown")
            )
            .Check(Config.QuickThrowOnFailure);
    }
}
