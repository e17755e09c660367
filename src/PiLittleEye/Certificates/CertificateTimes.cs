using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>The framework gives a certificate's times in the machine's zone, without saying so.</summary>
internal static class CertificateTimes
{
    public static DateTimeOffset ValidFrom(this X509Certificate2 certificate) => new(certificate.NotBefore.ToUniversalTime());

    public static DateTimeOffset ValidUntil(this X509Certificate2 certificate) => new(certificate.NotAfter.ToUniversalTime());
}
