using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>Makes the certificate that this machine signs for itself, and says when it must be made anew.</summary>
internal static class SelfSignedCertificate
{
    private const string NamesExtension = "2.5.29.17";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // Apple's platforms refuse server certificates valid for longer than 825 days (HT210176); PLE's year is well within.
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(365);

    // A clock that is set right only minutes after boot must not make a certificate that is not valid yet.
    private static readonly TimeSpan s_clockMayBeWrongBy = TimeSpan.FromDays(1);

    // Renewed a month early: whoever keeps the page open meets the new one before the old one ends.
    private static readonly TimeSpan s_renewBefore = TimeSpan.FromDays(30);

    /// <param name="key">Kept when the certificate is renewed, so that whoever pinned the key is not asked again.</param>
    public static X509Certificate2 Create(ECDsa key, MachineNames names, DateTimeOffset now)
    {
        var request = new CertificateRequest("CN=Pi Little Eye", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var host in names.Hosts)
        {
            alternatives.AddDnsName(host);
        }

        foreach (var address in names.Addresses)
        {
            alternatives.AddIpAddress(address);
        }

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(now - s_clockMayBeWrongBy, now + s_lifetime);
    }

    /// <summary>Whether it still serves: it lasts, it has begun, and every lasting name of the machine is in it.</summary>
    public static bool StillServes(X509Certificate2 certificate, MachineNames names, DateTimeOffset now)
    {
        if (now.LocalDateTime < certificate.NotBefore || now.LocalDateTime > certificate.NotAfter - s_renewBefore)
        {
            return false;
        }

        if (certificate.Extensions.FirstOrDefault(candidate => candidate.Oid?.Value == NamesExtension) is not { } found)
        {
            return false;
        }

        var listed = new X509SubjectAlternativeNameExtension(found.RawData);
        var hosts = listed.EnumerateDnsNames().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var addresses = listed.EnumerateIPAddresses().ToHashSet();
        return names.Hosts.All(hosts.Contains) && names.Lasting.All(addresses.Contains);
    }
}
