using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.Certificates;

/// <summary>The pair that came through the page or a verb, kept in one file of the state directory: there is never a key without its certificate.</summary>
internal sealed class UploadedPair(IOptions<StorageOptions> storage, TimeProvider clock)
{
    private static readonly PairReader s_reader = new("The certificate", "The key");

    public string Path { get; } = storage.Value.PathOf("own-certificate.pem");

    /// <param name="certificate">PEM, the certificate first, its issuers behind it.</param>
    /// <param name="key">PEM without password.</param>
    /// <exception cref="CertificateRefusedException">It cannot be used, or browsers would not take it.</exception>
    /// <exception cref="StorageUnavailableException">The directory cannot be written to.</exception>
    public void Save(string certificate, string key)
    {
        var chain = s_reader.Read(certificate, key, clock.GetUtcNow());
        try
        {
            BrowserDemands.Check(chain);
            // What cannot be shown to anybody must not be kept.
            _ = new ServedCertificate(chain, CertificateOrigin.Own);
        }
        catch (System.Security.Cryptography.CryptographicException damaged)
        {
            throw new CertificateRefusedException("damaged-certificate", $"The certificate cannot be used: {damaged.Message}", damaged);
        }

        // Only the blocks themselves: what a person wrote around them is nobody's business here.
        var text = string.Join('\n', chain.Select(part => part.ExportCertificatePem()).Append(s_reader.KeyIn(key)));
        StateFile.Replace(Path, text.Length < PairReader.MostCharacters ? text : throw PairReader.TooLarge("The certificate"));
    }

    /// <exception cref="StorageUnavailableException">The directory cannot be written to.</exception>
    public bool Remove()
    {
        var wasThere = File.Exists(Path);
        StateFile.Remove(Path);
        return wasThere;
    }
}
