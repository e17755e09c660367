using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>A certificate with its key and what stands above it, as PEM.</summary>
/// <param name="Thumbprint">As a connection shows it.</param>
internal sealed record Issued(string Thumbprint, string Leaf, string Issuer, string Key)
{
    private static readonly TimeSpan s_before = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_after = TimeSpan.FromDays(90);

    /// <summary>The certificate and its issuer, as certbot's fullchain.pem.</summary>
    public string Chain => $"{Leaf}\n{Issuer}\n";

    /// <summary>From a root that nobody knows, unless its PEM is put into a trust store.</summary>
    public static Issued FromNewRoot(string host, out string root)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=A Root", rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now - s_before, now + s_after);
        root = made.ExportCertificatePem();
        return By(made, host);
    }

    /// <param name="issuer">With its key.</param>
    /// <param name="name">A host or an address.</param>
    public static Issued By(X509Certificate2 issuer, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var leaf = request.Create(issuer, now - (s_before / 2), now + (s_after / 2), RandomNumberGenerator.GetBytes(8));
        return new Issued(leaf.Thumbprint, leaf.ExportCertificatePem(), issuer.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
