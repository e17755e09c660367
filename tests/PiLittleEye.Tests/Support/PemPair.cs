using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Tests.Support;

/// <summary>An owner's certificate as two files, as Let's Encrypt leaves them.</summary>
internal sealed class PemPair(string certificateFile, string keyFile)
{
    private DateTime _written = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public string CertificateFile { get; } = certificateFile;

    public string KeyFile { get; } = keyFile;

    /// <summary>Writes a certificate for this name; each time a little later than before, whatever the file system's clock can tell apart.</summary>
    /// <param name="from">Valid from then on, as seen from <see cref="SteppingClock.Start"/>.</param>
    /// <param name="until">Likewise.</param>
    /// <returns>Its thumbprint.</returns>
    public string Write(string name, TimeSpan? from = null, TimeSpan? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        using var certificate = Create(key, name, from ?? TimeSpan.FromDays(-1), until ?? TimeSpan.FromDays(90));
        WriteCertificate(certificate.ExportCertificatePem());
        return certificate.Thumbprint;
    }

    public void WriteCertificate(string text)
    {
        File.WriteAllText(CertificateFile, text);
        Touch(CertificateFile);
        Touch(KeyFile);
    }

    public void WriteKey(string text)
    {
        File.WriteAllText(KeyFile, text);
        Touch(KeyFile);
    }

    private static X509Certificate2 Create(ECDsa key, string name, TimeSpan from, TimeSpan until)
    {
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(SteppingClock.Start + from, SteppingClock.Start + until);
    }

    private void Touch(string file)
    {
        _written += TimeSpan.FromSeconds(1);
        File.SetLastWriteTimeUtc(file, _written);
    }
}
