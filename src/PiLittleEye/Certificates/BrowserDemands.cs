using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>What browsers demand of a certificate, looked at before one is taken over from the page: afterwards the page could not be opened.</summary>
internal static class BrowserDemands
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string AnyPurpose = "2.5.29.37.0";

    // Below 2048 browsers refuse (CA/Browser Forum baseline requirements 6.1.5); above 4096 a Pi Zero takes seconds for each handshake.
    private const int ShortestRsa = 2048;
    private const int LongestRsa = 4096;

    // Chromium does not know P-521.
    private static readonly string[] s_curves = ["1.2.840.10045.3.1.7", "1.3.132.0.34"];

    // SHA-1 and MD5, with RSA and ECDSA.
    private static readonly string[] s_weak = ["1.2.840.113549.1.1.5", "1.2.840.113549.1.1.4", "1.2.840.10045.4.1"];

    /// <param name="chain">As <see cref="PairReader"/> read it.</param>
    /// <exception cref="CertificateRefusedException">Browsers would not take it.</exception>
    /// <exception cref="CryptographicException">A part of it cannot be read.</exception>
    public static void Check(X509Certificate2Collection chain)
    {
        CheckOrder(chain);
        var leaf = chain[0];
        if (!HasKnownKey(leaf))
        {
            throw Refused(
                "unsupported-key",
                "its key is of a kind or size that browsers or this camera do not take; use RSA 2048 to 4096, or EC P-256 or P-384"
            );
        }

        if (s_weak.Contains(leaf.SignatureAlgorithm.Value, StringComparer.Ordinal))
        {
            throw Refused("weak-signature", "it is signed with SHA-1 or MD5, which browsers refuse; have it signed with SHA-256");
        }

        if (!IsForServers(leaf))
        {
            throw Refused("wrong-purpose", "it was not made out for a server; order one for TLS servers (serverAuth, digitalSignature)");
        }

        if (!CertificateNames.Of(leaf).All.Any())
        {
            throw Refused(
                "no-names",
                "it has no name in subjectAltName, and browsers look at nothing else; make it with -addext subjectAltName=DNS:NAME"
            );
        }
    }

    private static void CheckOrder(X509Certificate2Collection chain)
    {
        for (var place = 1; place < chain.Count; place++)
        {
            if (!chain[place - 1].IssuerName.RawData.AsSpan().SequenceEqual(chain[place].SubjectName.RawData))
            {
                throw Refused(
                    "wrong-order",
                    $"number {place + 1} in it did not issue number {place}; behind each certificate stands its issuer, as in fullchain.pem of certbot"
                );
            }
        }
    }

    private static bool HasKnownKey(X509Certificate2 leaf)
    {
        using var rsa = leaf.GetRSAPublicKey();
        using var ec = leaf.GetECDsaPublicKey();
        return rsa is not null
            ? rsa.KeySize is >= ShortestRsa and <= LongestRsa
            : ec is not null
                && s_curves.Contains(ec.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value, StringComparer.Ordinal);
    }

    private static bool IsForServers(X509Certificate2 leaf)
    {
        var purposes = leaf.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault()?.EnhancedKeyUsages.Cast<Oid>();
        var usages = leaf.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages;
        return purposes?.Any(purpose => purpose.Value is ServerAuthentication or AnyPurpose) != false
            && usages?.HasFlag(X509KeyUsageFlags.DigitalSignature) != false;
    }

    private static CertificateRefusedException Refused(string code, string reason) => new(code, $"The certificate is not taken: {reason}");
}
