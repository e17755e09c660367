using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Tests.Support;

/// <summary>Makes certificates as an owner could have got them, good ones and bad ones.</summary>
internal sealed class PemMaker(DateTimeOffset now)
{
    public const string Name = "eye.example.org";

    /// <summary>Changes what is asked for, before it is signed.</summary>
    public Action<CertificateRequest> Ask { get; init; } = static _ => { };

    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    public TimeSpan From { get; init; } = TimeSpan.FromDays(-1);

    public TimeSpan Until { get; init; } = TimeSpan.FromDays(90);

    public bool HasNames { get; init; } = true;

    /// <returns>PEM of the certificate and of its key.</returns>
    public (string Certificate, string Key) Make(AsymmetricAlgorithm? key = null)
    {
        using var made = Sign(key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256));
        return (made.Certificate.ExportCertificatePem(), made.Key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A certificate, the one that issued it and its issuer's own root.</summary>
    public (string Leaf, string Intermediate, string Root, string Key) MakeChain()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = Authority("CN=Some Root", rootKey).CreateSelfSigned(now + From, now + Until);
        using var issuerKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var bare = Authority("CN=Some Issuer", issuerKey).Create(root, now + From, now + Until, [1]);
        using var issuer = bare.CopyWithPrivateKey(issuerKey);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var leaf = Request(new CertificateRequest($"CN={Name}", key, Hash)).Create(issuer, now + From, now + Until, [2]);
        return (leaf.ExportCertificatePem(), issuer.ExportCertificatePem(), root.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request;
    }

    private Signed Sign(AsymmetricAlgorithm key)
    {
        var request = key switch
        {
            ECDsa ec => new CertificateRequest($"CN={Name}", ec, Hash),
            RSA rsa => new CertificateRequest($"CN={Name}", rsa, Hash, RSASignaturePadding.Pkcs1),
            _ => throw new ArgumentException("Another kind of key.", nameof(key)),
        };
        return new Signed(Request(request).CreateSelfSigned(now + From, now + Until), key);
    }

    private CertificateRequest Request(CertificateRequest request)
    {
        if (HasNames)
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(Name);
            names.AddIpAddress(IPAddress.Parse("192.0.2.9"));
            request.CertificateExtensions.Add(names.Build());
        }

        Ask(request);
        return request;
    }

    private sealed record Signed(X509Certificate2 Certificate, AsymmetricAlgorithm Key) : IDisposable
    {
        public void Dispose()
        {
            Certificate.Dispose();
            Key.Dispose();
        }
    }
}
