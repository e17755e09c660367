using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.Certificates;

/// <summary>The certificate made here, on disk: two PEM files that only the service's user can read.</summary>
internal sealed class CertificateFiles(IOptions<StorageOptions> storage)
{
    private const int KeyBits = 256;

    private readonly string _keyPath = storage.Value.PathOf("certificate.key");

    /// <summary>Written last: whoever sees a new one finds its key already there.</summary>
    public string CertificatePath { get; } = storage.Value.PathOf("certificate.pem");

    /// <summary>Null when there is none, or none that can be used.</summary>
    public X509Certificate2? Load()
    {
        try
        {
            return File.Exists(CertificatePath) ? X509Certificate2.CreateFromPemFile(CertificatePath, _keyPath) : null;
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            return null;
        }
    }

    public static ECDsa CreateKey() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The key of the last certificate, or a new one.</summary>
    public ECDsa LoadOrCreateKey()
    {
        var key = CreateKey();
        try
        {
            if (File.Exists(_keyPath))
            {
                key.ImportFromPem(File.ReadAllText(_keyPath));
            }
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            return Another(key);
        }

        return key.KeySize == KeyBits ? key : Another(key);
    }

    /// <exception cref="StorageUnavailableException">The directory cannot be written to.</exception>
    public void Save(X509Certificate2 certificate, ECDsa key)
    {
        StateFile.Replace(_keyPath, key.ExportPkcs8PrivateKeyPem());
        StateFile.Replace(CertificatePath, certificate.ExportCertificatePem());
    }

    // Not matching or no PEM at all, cut off, or not ours to read: whatever it is, another one is made in its place.
    private static bool IsDamage(Exception failure) =>
        failure is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException;

    private static ECDsa Another(ECDsa key)
    {
        key.Dispose();
        return CreateKey();
    }
}
