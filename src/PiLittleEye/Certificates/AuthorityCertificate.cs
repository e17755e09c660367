using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>Makes the root of a local authority: narrow enough that a phone may trust it without trusting this machine with anything else.</summary>
internal static class AuthorityCertificate
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // Whoever installed it on a phone should not have to do so again while the camera lives.
    private const int Years = 10;

    // A clock that is set right only minutes after boot must not make one that is not valid yet.
    private static readonly TimeSpan s_clockMayBeWrongBy = TimeSpan.FromDays(1);

    public static X509Certificate2 Create(ECDsa key, MachineNames names, DateTimeOffset now)
    {
        var subject = new X500DistinguishedNameBuilder();
        // The year tells apart what a phone has been given over time; a host name is longer than the field only in theory (64 letters).
        var host = names.Hosts.FirstOrDefault(name => name != "localhost") ?? "localhost";
        subject.AddCommonName($"Pi Little Eye {(host.Length > 40 ? host[..40] : host)} {now:yyyy}");
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        // Names of people and programs are not constrained by the extension below; this leaves nothing to name but servers.
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(NameConstraints.For(names).ToExtension());
        return request.CreateSelfSigned(now - s_clockMayBeWrongBy, now.AddYears(Years));
    }
}
