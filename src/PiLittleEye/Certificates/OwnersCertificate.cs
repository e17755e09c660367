using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PiLittleEye.Certificates;

/// <summary>Reads the owner's own pair of PEM files and says in words what is wrong with it.</summary>
internal static class OwnersCertificate
{
    /// <param name="certificateFile">Certificate first, its issuers behind it.</param>
    /// <param name="keyFile">Private key without password.</param>
    /// <param name="now">For the dates in it.</param>
    /// <exception cref="CertificateRefusedException">Unreadable, not matching, expired, not valid yet.</exception>
    public static X509Certificate2Collection Load(string certificateFile, string keyFile, DateTimeOffset now)
    {
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPemFile(certificateFile);
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new CertificateRefusedException($"{certificateFile} cannot be read as a PEM certificate: {failure.Message}", failure);
        }

        if (chain.Count == 0)
        {
            throw new CertificateRefusedException(
                $"{certificateFile} holds no certificate; it must begin with -----BEGIN CERTIFICATE-----"
            );
        }

        var bare = chain[0];
        if (now.LocalDateTime > bare.NotAfter)
        {
            throw new CertificateRefusedException(
                $"{certificateFile} expired on {bare.NotAfter:yyyy-MM-dd}; renew it and it is taken over by itself"
            );
        }

        if (now.LocalDateTime < bare.NotBefore)
        {
            throw new CertificateRefusedException(
                $"{certificateFile} is valid only from {bare.NotBefore:yyyy-MM-dd HH:mm}; check this machine's clock"
            );
        }

        chain[0] = WithKey(certificateFile, keyFile);
        return chain;
    }

    private static X509Certificate2 WithKey(string certificateFile, string keyFile)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificateFile, keyFile);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CertificateRefusedException($"{keyFile} cannot be read: {failure.Message}", failure);
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            throw new CertificateRefusedException(
                $"{keyFile} is not the private key of {certificateFile}, or is not an unencrypted PEM key: {failure.Message}",
                failure
            );
        }
    }
}
