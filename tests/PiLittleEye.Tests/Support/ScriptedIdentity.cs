using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Tests.Support;

/// <summary>A certificate with its key, and the authority that signed it.</summary>
internal sealed class ScriptedIdentity : IDisposable
{
    private ScriptedIdentity(string authority, X509Certificate2 certificate) => (Authority, Certificate) = (authority, certificate);

    /// <summary>PEM.</summary>
    public string Authority { get; }

    public X509Certificate2 Certificate { get; }

    public static ScriptedIdentity For(string name)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var rootRequest = new CertificateRequest("CN=Scripted authority", rootKey, HashAlgorithmName.SHA256);
        rootRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = rootRequest.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var bare = request.Create(root, now.AddDays(-1), now.AddDays(29), [7]);
        return new ScriptedIdentity(root.ExportCertificatePem(), bare.CopyWithPrivateKey(key));
    }

    public void Dispose() => Certificate.Dispose();
}
