using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PiLittleEye.Certificates;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class ServerCertificateTests : IDisposable
{
    private static readonly IPAddress s_lasting = IPAddress.Parse("192.0.2.7");
    private static readonly IPAddress s_temporary = IPAddress.Parse("2001:db8::1234");
    private static readonly MachineNames s_names = new(["localhost", "eye", "eye.local"], [s_lasting, s_temporary], [s_lasting]);
    private static readonly DateTimeOffset s_now = SteppingClock.Start;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public ServerCertificateTests() => _certificate = ServerCertificate.Create(_key, s_names, s_now);

    [Fact]
    public void It_names_every_host_and_every_address()
    {
        var listed = _certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single();
        Assert.Equal(s_names.Hosts, listed.EnumerateDnsNames());
        Assert.Equal(s_names.Addresses, listed.EnumerateIPAddresses());
        Assert.True(_certificate.MatchesHostname("eye.local"));
        Assert.True(_certificate.MatchesHostname("192.0.2.7"));
    }

    [Fact]
    public void It_is_a_servers_certificate_on_P_256_and_signs_no_others()
    {
        using var shown = _certificate.GetECDsaPublicKey();
        Assert.Equal("1.2.840.10045.3.1.7", shown!.ExportParameters(includePrivateParameters: false).Curve.Oid.Value);
        Assert.False(_certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
        Assert.Equal(X509KeyUsageFlags.DigitalSignature, _certificate.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        var purposes = _certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single().EnhancedKeyUsages;
        Assert.Equal("1.3.6.1.5.5.7.3.1", Assert.Single(purposes.Cast<Oid>()).Value);
    }

    [Fact]
    public void It_is_valid_for_a_year_and_already_yesterday()
    {
        Assert.Equal(s_now.AddDays(-1).LocalDateTime, _certificate.NotBefore);
        Assert.Equal(s_now.AddDays(365).LocalDateTime, _certificate.NotAfter);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(334, true)]
    [InlineData(336, false)]
    [InlineData(400, false)]
    [InlineData(-2, false)]
    public void It_is_renewed_a_month_before_it_ends_or_when_the_clock_was_wrong(int daysLater, bool stillServes) =>
        Assert.Equal(stillServes, ServerCertificate.StillServes(_certificate, s_names, s_now.AddDays(daysLater)));

    [Fact]
    public void A_new_lasting_address_or_name_renews_it()
    {
        var moved = IPAddress.Parse("192.0.2.8");
        Assert.False(Serves(s_names with { Addresses = [moved], Lasting = [moved] }));
        Assert.False(Serves(s_names with { Hosts = ["localhost", "other"] }));
    }

    [Fact]
    public void An_address_that_comes_and_goes_does_not_renew_it()
    {
        var tomorrows = IPAddress.Parse("2001:db8::5678");
        Assert.True(Serves(s_names with { Addresses = [s_lasting, tomorrows] }));
        Assert.True(Serves(s_names with { Addresses = [], Lasting = [] }));
        Assert.True(Serves(s_names with { Hosts = ["EYE"] }));
    }

    [Fact]
    public void A_certificate_without_names_does_not_serve()
    {
        using var bare = new CertificateRequest("CN=eye", _key, HashAlgorithmName.SHA256).CreateSelfSigned(s_now, s_now.AddYears(1));
        Assert.False(ServerCertificate.StillServes(bare, s_names, s_now.AddDays(1)));
    }

    [Fact]
    public void One_that_an_authority_signed_serves_only_while_that_is_the_authority()
    {
        using var root = Root(s_now);
        using var signed = ServerCertificate.Create(_key, s_names, s_now, root);
        using var other = Root(s_now);
        Assert.True(ServerCertificate.StillServes(signed, s_names, s_now, root));
        Assert.False(ServerCertificate.StillServes(signed, s_names, s_now, other));
        Assert.False(ServerCertificate.StillServes(signed, s_names, s_now));
        Assert.False(ServerCertificate.StillServes(_certificate, s_names, s_now, root));
    }

    [Fact]
    public void One_that_an_authority_signed_lasts_at_most_397_days_and_not_longer_than_its_issuer()
    {
        using var root = Root(s_now);
        using var signed = ServerCertificate.Create(_key, s_names, s_now, root);
        Assert.InRange((signed.NotAfter - signed.NotBefore).TotalDays, 365, 397);
        using var old = Root(s_now.AddYears(-10).AddDays(40));
        using var last = ServerCertificate.Create(_key, s_names, s_now, old);
        Assert.Equal(old.NotAfter, last.NotAfter);
        Assert.Equal(root.SubjectName.RawData, signed.IssuerName.RawData);
    }

    private static X509Certificate2 Root(DateTimeOffset madeAt)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return AuthorityCertificate.Create(key, s_names, madeAt);
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private bool Serves(MachineNames names) => ServerCertificate.StillServes(_certificate, names, s_now);
}
