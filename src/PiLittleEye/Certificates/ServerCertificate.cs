using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>Makes the certificate that this machine shows, signed by itself or by its <see cref="LocalAuthority"/>, and says when it must be made anew.</summary>
internal static class ServerCertificate
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    // CA/Browser Forum baseline requirements 7.1: at least 64 random bits, at most 20 bytes.
    private const int SerialBytes = 16;

    // Apple's platforms refuse server certificates valid for longer than 825 days (HT210176); PLE's year is well within.
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(365);

    // A clock that is set right only minutes after boot must not make a certificate that is not valid yet.
    private static readonly TimeSpan s_clockMayBeWrongBy = TimeSpan.FromDays(1);

    // Renewed a month early: whoever keeps the page open meets the new one before the old one ends.
    private static readonly TimeSpan s_renewBefore = TimeSpan.FromDays(30);

    /// <param name="key">Kept when the certificate renews itself, so that whoever pinned the key is not asked again.</param>
    /// <param name="names">For which it is made out.</param>
    /// <param name="now">When it is made.</param>
    /// <param name="issuer">With its key; null: it signs itself.</param>
    public static X509Certificate2 Create(ECDsa key, MachineNames names, DateTimeOffset now, X509Certificate2? issuer = null)
    {
        var request = Describe(key, names);
        var (from, until) = (now - s_clockMayBeWrongBy, now + s_lifetime);
        if (issuer is null)
        {
            return request.CreateSelfSigned(from, until);
        }

        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false)
        );
        // No certificate may last longer than the one that signed it.
        var (first, last) = (issuer.ValidFrom(), issuer.ValidUntil());
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] &= 0x7F;
        using var bare = request.Create(issuer, from > first ? from : first, until < last ? until : last, serial);
        return bare.CopyWithPrivateKey(key);
    }

    /// <summary>Whether it still serves: it lasts, it has begun, its issuer is the one it should have, and every lasting name of the machine is in it.</summary>
    public static bool StillServes(X509Certificate2 certificate, MachineNames names, DateTimeOffset now, X509Certificate2? issuer = null)
    {
        if (now.LocalDateTime < certificate.NotBefore || now.LocalDateTime > certificate.NotAfter - s_renewBefore)
        {
            return false;
        }

        var listed = CertificateNames.Of(certificate);
        return IsIssuedBy(certificate, issuer)
            && names.Hosts.All(host => listed.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase))
            && names.Lasting.All(listed.Addresses.Contains);
    }

    private static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2? issuer)
    {
        var named = certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier;
        var wanted = issuer?.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault()?.SubjectKeyIdentifierBytes;
        // One that signed itself names no issuer's key.
        return named is null || wanted is null ? named is null && wanted is null : named.Value.Span.SequenceEqual(wanted.Value.Span);
    }

    private static CertificateRequest Describe(ECDsa key, MachineNames names)
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
        return request;
    }
}
