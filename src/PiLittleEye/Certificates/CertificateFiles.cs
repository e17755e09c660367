using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Options;
using PiLittleEye.Problems;
using PiLittleEye.Storage;

namespace PiLittleEye.Certificates;

/// <summary>The certificate made here, on disk: two PEM files that only the service's user can read, replaced as a whole.</summary>
internal sealed class CertificateFiles(IOptions<StorageOptions> storage)
{
    private const int KeyBits = 256;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _certificatePath = storage.Value.PathOf("certificate.pem");
    private readonly string _keyPath = storage.Value.PathOf("certificate.key");

    /// <summary>Null when there is none, or none that can be used.</summary>
    public X509Certificate2? Load()
    {
        try
        {
            return File.Exists(_certificatePath) ? X509Certificate2.CreateFromPemFile(_certificatePath, _keyPath) : null;
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            return null;
        }
    }

    /// <summary>The key of the last certificate, or a new one.</summary>
    public ECDsa LoadOrCreateKey()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
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

    /// <exception cref="CannotStartException">The directory cannot be written to.</exception>
    public void Save(X509Certificate2 certificate, ECDsa key)
    {
        try
        {
            Replace(_keyPath, key.ExportPkcs8PrivateKeyPem());
            Replace(_certificatePath, certificate.ExportCertificatePem());
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"The certificate cannot be kept in {_certificatePath}: {failure.Message.TrimEnd('.')}. Free some space or mend the permissions.",
                inner: failure
            );
        }
    }

    // Not matching or no PEM at all, cut off, or not ours to read: whatever it is, another one is made in its place.
    private static bool IsDamage(Exception failure) =>
        failure is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException;

    private static ECDsa Another(ECDsa key)
    {
        key.Dispose();
        return ECDsa.Create(ECCurve.NamedCurves.nistP256);
    }

    // Written beside and renamed over: a power cut leaves the old file or the new one, never half of one.
    private static void Replace(string path, string pem)
    {
        var fresh = path + ".new";
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        };
        using (var file = new FileStream(fresh, options))
        {
            file.Write(Encoding.ASCII.GetBytes(pem + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }
}
