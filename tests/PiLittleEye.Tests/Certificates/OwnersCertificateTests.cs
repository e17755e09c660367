using PiLittleEye.Certificates;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class OwnersCertificateTests : IDisposable
{
    private const int Loaded = 4002;
    private const int Refused = 4003;

    private readonly TemporaryDirectory _directory = new();
    private readonly SteppingClock _clock = new();
    private readonly CollectingLogger<CurrentCertificate> _log = new();
    private readonly PemPair _pair;
    private readonly CurrentCertificate _certificate;

    public OwnersCertificateTests()
    {
        _pair = new PemPair(_directory.File("full chain.pem"), _directory.File("key.pem"));
        _certificate = Watching(_pair.CertificateFile, _pair.KeyFile);
    }

    private string InForce => _certificate.Context.TargetCertificate.Thumbprint;

    [Fact]
    public void The_owners_pair_is_used_and_none_is_made()
    {
        var thumbprint = _pair.Write("owner");
        _certificate.Refresh();

        Assert.Equal(thumbprint, InForce);
        Assert.True(_certificate.Context.TargetCertificate.HasPrivateKey);
        Assert.False(File.Exists(_directory.File("certificate.pem")));
        Assert.Contains("valid until 2027-02-19", Assert.Single(_log.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renewed_pair_is_taken_over_by_itself()
    {
        _ = _pair.Write("owner");
        _certificate.Refresh();
        var renewed = _pair.Write("renewed");
        _certificate.Refresh();
        _certificate.Refresh();

        Assert.Equal(renewed, InForce);
        Assert.Equal(2, _log.Count(Loaded));
    }

    [Fact]
    public void A_pair_behind_symbolic_links_is_taken_over_when_what_they_lead_to_changes()
    {
        _ = _pair.Write("owner");
        var (linkedCertificate, linkedKey) = (_directory.File("link.pem"), _directory.File("link.key"));
        File.CreateSymbolicLink(linkedCertificate, _pair.CertificateFile);
        File.CreateSymbolicLink(linkedKey, _pair.KeyFile);
        var certificate = Watching(linkedCertificate, linkedKey);
        certificate.Refresh();

        var renewed = _pair.Write("renewed");
        certificate.Refresh();

        Assert.Equal(renewed, certificate.Context.TargetCertificate.Thumbprint);
    }

    [Theory]
    [InlineData("rubbish", "it must begin with -----BEGIN CERTIFICATE-----")]
    [InlineData("", "it must begin with -----BEGIN CERTIFICATE-----")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "cannot be read as a PEM certificate")]
    public void A_broken_certificate_is_refused_and_the_old_one_stays(string text, string reason)
    {
        var good = _pair.Write("owner");
        _certificate.Refresh();

        _pair.WriteCertificate(text);
        _certificate.Refresh();

        AssertRefusedOnce(good, reason);
    }

    [Fact]
    public void A_key_that_does_not_match_is_refused_and_the_old_one_stays()
    {
        var good = _pair.Write("owner");
        _certificate.Refresh();

        var other = new PemPair(_directory.File("other.pem"), _directory.File("other.key"));
        _ = other.Write("other");
        _pair.WriteKey(File.ReadAllText(other.KeyFile));
        _certificate.Refresh();

        AssertRefusedOnce(good, "is not the private key of");
    }

    [Fact]
    public void A_key_file_without_a_key_is_refused_and_the_old_one_stays()
    {
        var good = _pair.Write("owner");
        _certificate.Refresh();
        _pair.WriteKey("rubbish");
        _certificate.Refresh();
        AssertRefusedOnce(good, "is not the private key of");
    }

    [Fact]
    public void A_pair_that_vanishes_is_refused_and_the_old_one_stays()
    {
        var good = _pair.Write("owner");
        _certificate.Refresh();
        File.Delete(_pair.CertificateFile);
        _certificate.Refresh();
        AssertRefusedOnce(good, "cannot be read as a PEM certificate");
    }

    [Fact]
    public void An_expired_pair_is_refused_and_the_old_one_stays()
    {
        var good = _pair.Write("owner");
        _certificate.Refresh();
        _ = _pair.Write("late", TimeSpan.FromDays(-90), TimeSpan.FromDays(-1));
        _certificate.Refresh();
        AssertRefusedOnce(good, "expired on 2026-11-20; renew it");
    }

    [Fact]
    public void A_pair_of_tomorrow_is_refused_until_then()
    {
        var early = _pair.Write("early", TimeSpan.FromDays(1));
        _certificate.Refresh();
        Assert.Contains("check this machine's clock", _log.Messages[0], StringComparison.Ordinal);

        _clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        _certificate.Refresh();

        Assert.Equal(early, InForce);
    }

    [Fact]
    public void Without_a_usable_pair_at_the_start_the_camera_is_still_reachable_and_takes_the_pair_over_later()
    {
        _certificate.Refresh();
        Assert.Equal("CN=Pi Little Eye", _certificate.Context.TargetCertificate.Subject);
        Assert.Equal(1, _log.Count(Refused));

        var mended = _pair.Write("owner");
        _certificate.Refresh();

        Assert.Equal(mended, InForce);
    }

    [Fact]
    public void The_one_made_here_is_renewed_while_the_owners_is_refused()
    {
        _certificate.Refresh();
        var first = InForce;
        _clock.Advance(TimeSpan.FromDays(340));
        _certificate.Refresh();
        Assert.NotEqual(first, InForce);
    }

    [Fact]
    public void Issuers_behind_the_certificate_are_shown_too()
    {
        _ = _pair.Write("owner");
        var issuer = new PemPair(_directory.File("issuer.pem"), _directory.File("issuer.key"));
        var thumbprint = issuer.Write("issuer");
        _pair.WriteCertificate(File.ReadAllText(_pair.CertificateFile) + "\n" + File.ReadAllText(issuer.CertificateFile));

        var chain = OwnersCertificate.Load(_pair.CertificateFile, _pair.KeyFile, _clock.GetUtcNow());

        Assert.Equal(2, chain.Count);
        Assert.Equal(thumbprint, chain[1].Thumbprint);
    }

    public void Dispose() => _directory.Dispose();

    // Told once, however often it is looked at.
    private void AssertRefusedOnce(string inForce, string reason)
    {
        _certificate.Refresh();
        Assert.Equal(inForce, InForce);
        Assert.Equal(1, _log.Count(Refused));
        Assert.Contains(reason, _log.Messages[^1], StringComparison.Ordinal);
        Assert.DoesNotContain('\n', _log.Messages[^1]);
    }

    private CurrentCertificate Watching(string certificateFile, string keyFile)
    {
        var options = new CertificateOptions { File = certificateFile, KeyFile = keyFile };
        return new CertificateBench(_directory.Path, _clock, _log).Current(options);
    }
}
