using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>Reads a certificate and its private key from PEM and says in words what is wrong with them, whatever they are.</summary>
/// <param name="certificateName">What the certificate is called in messages: a file, or "The certificate".</param>
/// <param name="keyName">Likewise.</param>
internal sealed class PairReader(string certificateName, string keyName)
{
    // A certificate with the longest keys in use and three issuers is 12 KB, its key 4 KB; both may stand in one file.
    public const int MostCharacters = 32 * 1024;

    private const int MostCertificates = 10;
    private const string EncryptedKey = "ENCRYPTED PRIVATE KEY";

    // Of OpenSSL's own old format, as RFC 1421 says it.
    private const string EncryptedOldKey = "Proc-Type: 4,ENCRYPTED";

    private static readonly string[] s_keys = ["PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY"];

    /// <param name="certificate">The certificate first, its issuers behind it.</param>
    /// <param name="key">Without password.</param>
    /// <param name="now">For the dates in it.</param>
    /// <returns>The certificate with its key, its issuers behind it.</returns>
    /// <exception cref="CertificateRefusedException">Unreadable, not matching, expired, not valid yet.</exception>
    public X509Certificate2Collection Read(string certificate, string key, DateTimeOffset now)
    {
        try
        {
            var chain = ReadChain(certificate);
            CheckDates(chain[0], now);
            chain[0] = WithKey(chain, KeyIn(key));
            return chain;
        }
        catch (CryptographicException failure)
        {
            throw Damaged(failure);
        }
    }

    private X509Certificate2Collection ReadChain(string text)
    {
        var chain = new X509Certificate2Collection();
        foreach (var block in PemBlocks.Of(Bounded(certificateName, text)).Where(block => block.Label == "CERTIFICATE"))
        {
            chain.Add(X509CertificateLoader.LoadCertificate(block.Bytes));
        }

        return chain.Count switch
        {
            0 => throw new CertificateRefusedException(
                "no-certificate",
                $"{certificateName} cannot be read as a PEM certificate: it must begin with -----BEGIN CERTIFICATE----- and be whole"
            ),
            > MostCertificates => throw TooLarge(certificateName),
            _ => chain,
        };
    }

    private void CheckDates(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (now.LocalDateTime > certificate.NotAfter)
        {
            throw new CertificateRefusedException(
                "expired",
                $"{certificateName} expired on {certificate.NotAfter:yyyy-MM-dd}; renew it and it is taken over by itself"
            );
        }

        if (now.LocalDateTime < certificate.NotBefore)
        {
            throw new CertificateRefusedException(
                "not-yet-valid",
                $"{certificateName} is valid only from {certificate.NotBefore:yyyy-MM-dd HH:mm}; check this machine's clock"
            );
        }
    }

    /// <summary>The key alone, as it stands in the text.</summary>
    /// <exception cref="CertificateRefusedException">There is none, or it has a password.</exception>
    public string KeyIn(string text)
    {
        if (Bounded(keyName, text).Contains(EncryptedOldKey, StringComparison.Ordinal))
        {
            throw Encrypted();
        }

        foreach (var block in PemBlocks.Of(text))
        {
            if (block.Label == EncryptedKey)
            {
                throw Encrypted();
            }

            if (s_keys.Contains(block.Label, StringComparer.Ordinal))
            {
                return block.Text;
            }
        }

        throw new CertificateRefusedException(
            "no-key",
            $"{keyName} is not the private key of {Belonging()}: it must have -----BEGIN PRIVATE KEY----- in it and be whole"
        );
    }

    private X509Certificate2 WithKey(X509Certificate2Collection chain, string pem)
    {
        using var key = PrivateKey.Read(pem);
        if (key is null)
        {
            throw new CertificateRefusedException(
                "damaged-key",
                $"{keyName} is not the private key of {Belonging()}: it is damaged or of a kind that browsers do not know; use RSA or EC (P-256, P-384)"
            );
        }

        if (key.TryGive(chain[0]) is { } whole)
        {
            return whole;
        }

        throw chain.Skip(1).Any(issuer => key.TryGive(issuer) is not null)
            ? new CertificateRefusedException(
                "wrong-order",
                $"{certificateName} has its certificates in the wrong order; put the one that {keyName} belongs to first, its issuers behind it"
            )
            : new CertificateRefusedException(
                "not-matching",
                $"{keyName} is not the private key of {Belonging()}; take both from the same order or the same folder"
            );
    }

    // In the middle of a sentence.
    private string Belonging() =>
        certificateName.StartsWith("The ", StringComparison.Ordinal) ? $"the {certificateName[4..]}" : certificateName;

    private static string Bounded(string name, string text) => text.Length > MostCharacters ? throw TooLarge(name) : text;

    public static CertificateRefusedException TooLarge(string name) =>
        new("too-large", $"{name} is larger than any certificate with its issuers; send the one certificate and its issuers only");

    private CertificateRefusedException Encrypted() =>
        new(
            "encrypted-key",
            $"{keyName} has a password, which a camera that starts by itself cannot be asked for; take it off with: openssl pkey -in key.pem"
        );

    private CertificateRefusedException Damaged(CryptographicException failure) =>
        new("damaged-certificate", $"{certificateName} cannot be read as a PEM certificate: {failure.Message.TrimEnd('.')}", failure);
}
