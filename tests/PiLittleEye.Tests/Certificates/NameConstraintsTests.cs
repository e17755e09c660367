using System.Net;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Certificates;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class NameConstraintsTests
{
    [Theory]
    [InlineData("pi-1", true)]
    [InlineData("eye.local", true)]
    [InlineData("localhost", true)]
    [InlineData("camera", false)]
    [InlineData("xn--p1ai", false)]
    public void A_bare_name_that_could_be_a_public_domain_is_not_vouched_for(string host, bool isAllowed) =>
        Assert.Equal(isAllowed, NameConstraints.For(new MachineNames([host], [], [])).Allow(host));

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.31.255.255", true)]
    [InlineData("172.32.0.1", false)]
    [InlineData("192.168.7.7", true)]
    [InlineData("169.254.1.1", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("203.0.113.5", false)]
    [InlineData("::1", true)]
    [InlineData("::2", false)]
    [InlineData("fd12::1", true)]
    [InlineData("fe80::1", true)]
    [InlineData("2001:db8::1", false)]
    public void Of_addresses_only_private_ones_are_vouched_for(string address, bool isAllowed) =>
        Assert.Equal(isAllowed, NameConstraints.For(new MachineNames([], [], [])).Allow(IPAddress.Parse(address)));

    [Fact]
    public void What_is_below_an_own_name_is_vouched_for_and_what_only_looks_so_is_not()
    {
        var constraints = NameConstraints.For(new MachineNames(["eye.local"], [], []));
        Assert.True(constraints.Allow("left.EYE.local"));
        Assert.False(constraints.Allow("magiceye.local"));
        Assert.False(constraints.Allow("local"));
    }

    [Fact]
    public void What_is_written_into_a_root_is_read_out_of_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var label = Gen.Elements("abc019-".ToCharArray()).NonEmptyListOf().Select(letters => $"h{string.Concat(letters.Take(40))}1");
        var property = Prop.ForAll(
            label.ListOf().ToArbitrary(),
            hosts =>
            {
                var names = new MachineNames([.. hosts], [], []);
                using var root = AuthorityCertificate.Create(key, names, SteppingClock.Start);
                var read = NameConstraints.Of(root)!;
                return read.Hosts.SequenceEqual(hosts, StringComparer.Ordinal) && read.Ranges.SequenceEqual(PrivateRanges.All);
            }
        );
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [Fact]
    public void A_certificate_without_constraints_has_none()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var bare = ServerCertificate.Create(key, MachineNames.Of([]), SteppingClock.Start);
        Assert.Null(NameConstraints.Of(bare));
    }
}
