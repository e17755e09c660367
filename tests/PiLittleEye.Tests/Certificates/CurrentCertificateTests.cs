using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PiLittleEye.Certificates;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class CurrentCertificateTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly SteppingClock _clock = new();
    private readonly CollectingLogger<CurrentCertificate> _log = new();

    private string CertificateFile => _directory.File("certificate.pem");

    private string KeyFile => _directory.File("certificate.key");

    [Fact]
    public void The_first_one_is_made_here_and_its_files_are_the_owners_alone()
    {
        var certificate = Start();

        Assert.True(certificate.Context.TargetCertificate.HasPrivateKey);
        foreach (var file in new[] { CertificateFile, KeyFile })
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.StartsWith("Made a certificate for localhost", Assert.Single(_log.Messages), StringComparison.Ordinal);
        Assert.Equal(2, Directory.EnumerateFiles(_directory.Path).Count());
    }

    [Fact]
    public void After_a_restart_it_is_the_same() => Assert.Equal(Thumbprint(Start()), Thumbprint(Start()));

    [Fact]
    public void It_is_renewed_in_time_without_a_restart_and_keeps_its_key()
    {
        var certificate = Start();
        var (first, key) = (Thumbprint(certificate), PublicKey(certificate));
        _clock.Advance(TimeSpan.FromDays(300));
        certificate.Refresh();
        Assert.Equal(first, Thumbprint(certificate));

        _clock.Advance(TimeSpan.FromDays(40));
        certificate.Refresh();

        Assert.NotEqual(first, Thumbprint(certificate));
        Assert.Equal(key, PublicKey(certificate));
        Assert.Equal(_clock.GetUtcNow().AddDays(365), certificate.ExpiresAt);
        Assert.Equal(Thumbprint(certificate), Thumbprint(Start()));
    }

    [Fact]
    public void A_new_name_renews_it_and_keeps_its_key()
    {
        var before = Start();
        var after = Start(new CertificateOptions { Names = ["eye.example.org"] });
        Assert.NotEqual(Thumbprint(before), Thumbprint(after));
        Assert.Equal(PublicKey(before), PublicKey(after));
        Assert.True(after.Context.TargetCertificate.MatchesHostname("eye.example.org"));
    }

    [Fact]
    public void A_full_disk_at_the_renewal_leaves_the_old_one_in_force()
    {
        var certificate = Start();
        var before = Thumbprint(certificate);
        // A directory in the way, because root may write anywhere.
        Directory.CreateDirectory(KeyFile + ".new");
        _clock.Advance(TimeSpan.FromDays(340));

        var failure = Assert.Throws<StorageUnavailableException>(certificate.Refresh);

        Assert.Contains(KeyFile, failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, Thumbprint(certificate));
    }

    [Fact]
    public void Damaged_files_are_replaced()
    {
        _ = Start();
        File.WriteAllText(KeyFile, "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");
        _ = Start();
        File.WriteAllText(CertificateFile, "rubbish");
        _ = Start();
        File.WriteAllBytes(KeyFile, [0, 255, 254]);
        File.WriteAllBytes(CertificateFile, []);
        Assert.True(Start().Context.TargetCertificate.HasPrivateKey);
    }

    [Fact]
    public void A_key_of_another_kind_is_replaced_by_one_on_P_256()
    {
        _ = Start();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(KeyFile, other.ExportPkcs8PrivateKeyPem());
        using var key = Start().Context.TargetCertificate.GetECDsaPublicKey();
        Assert.Equal(256, key!.KeySize);
    }

    [Fact]
    public void A_directory_in_the_place_of_the_key_is_told_of_in_words()
    {
        _ = Start();
        File.Delete(KeyFile);
        Directory.CreateDirectory(Path.Combine(KeyFile, "inside"));
        var failure = Assert.Throws<StorageUnavailableException>(() => Start());
        Assert.Contains(_directory.Path, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_came_after_the_authority_is_left_out_and_told()
    {
        var before = Start(new CertificateOptions { Authority = true });
        Assert.Null(before.Warning);
        var after = Start(new CertificateOptions { Authority = true, Names = ["eye.example.org"] });
        Assert.Contains("eye.example.org", after.Warning, StringComparison.Ordinal);
        Assert.False(after.Context.TargetCertificate.MatchesHostname("eye.example.org"));
        Assert.Equal(CertificateOrigin.Authority, after.Served.Origin);
        Assert.Equal(Thumbprint(before), Thumbprint(after));
    }

    [Fact]
    public void An_authority_of_the_future_signs_nothing_yet()
    {
        _clock.ShiftWallClock(TimeSpan.FromDays(400));
        _ = Start(new CertificateOptions { Authority = true });
        _clock.ShiftWallClock(TimeSpan.FromDays(-400));
        Assert.Equal(CertificateOrigin.SelfSigned, Start(new CertificateOptions { Authority = true }).Served.Origin);
    }

    [Fact]
    public void A_certificate_of_the_authority_renews_itself()
    {
        var certificate = Start(new CertificateOptions { Authority = true });
        var first = Thumbprint(certificate);
        for (var month = 0; month < 12; month++)
        {
            _clock.Advance(TimeSpan.FromDays(30));
            certificate.Refresh();
        }

        Assert.NotEqual(first, Thumbprint(certificate));
        Assert.Equal(CertificateOrigin.Authority, certificate.Served.Origin);
    }

    public void Dispose() => _directory.Dispose();

    private static string Thumbprint(CurrentCertificate certificate) => certificate.Context.TargetCertificate.Thumbprint;

    private static string PublicKey(CurrentCertificate certificate) => certificate.Context.TargetCertificate.GetPublicKeyString();

    private CurrentCertificate Start(CertificateOptions? options = null)
    {
        var certificate = new CertificateBench(_directory.Path, _clock, _log).Current(options);
        certificate.Refresh();
        return certificate;
    }
}
