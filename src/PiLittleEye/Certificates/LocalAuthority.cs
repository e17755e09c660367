using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.Certificates;

/// <summary>An authority of this camera's own: who puts its root on a phone sees no warning any more. There is none until somebody makes it.</summary>
internal sealed class LocalAuthority(IOptions<StorageOptions> storage)
{
    private readonly Lock _gate = new();
    private X509Certificate2? _root;
    private DateTime _written;

    /// <summary>Root and key in one file, so that there is never one without the other.</summary>
    public string Path { get; } = storage.Value.PathOf("authority.pem");

    /// <summary>With its key; null when there is none, or none that can be used.</summary>
    public X509Certificate2? Root
    {
        get
        {
            lock (_gate)
            {
                var written = StateFile.WrittenAt(Path);
                if (written != _written)
                {
                    (_root, _written) = (Load(), written);
                }

                return _root;
            }
        }
    }

    /// <exception cref="StorageUnavailableException">The directory cannot be written to.</exception>
    public X509Certificate2 Make(MachineNames names, DateTimeOffset now)
    {
        using var key = CertificateFiles.CreateKey();
        using var root = AuthorityCertificate.Create(key, names, now);
        StateFile.Replace(Path, $"{root.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}");
        return Root ?? throw new InvalidOperationException("What was just written cannot be read.");
    }

    /// <exception cref="StorageUnavailableException">The directory cannot be written to.</exception>
    public void Remove() => StateFile.Remove(Path);

    private X509Certificate2? Load()
    {
        try
        {
            return File.Exists(Path) ? X509Certificate2.CreateFromPemFile(Path) : null;
        }
        catch (Exception damaged)
            when (damaged is CryptographicException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
