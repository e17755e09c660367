using System.Security.Cryptography;
using PiLittleEye.Storage;

namespace PiLittleEye.Certificates;

/// <summary>The owner's pair of PEM files, watched: a new one is taken over by itself, and a bad one leaves the last good one in force.</summary>
internal sealed class OwnersPair(string certificateFile, string keyFile, TimeProvider clock, ILogger logger)
{
    private ServedCertificate? _good;
    private (DateTime Certificate, DateTime Key) _lastWritten;

    /// <summary>Why what is in the files now is not used; null when it is, or when there may be none and there is none.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Without files there is none, and that is no mistake.</summary>
    public bool MayBeMissing { get; init; }

    public IEnumerable<string> Files => [certificateFile, keyFile];

    public ServedCertificate? Refresh()
    {
        if (MayBeMissing && !File.Exists(certificateFile))
        {
            (_good, Refusal) = (null, null);
            return null;
        }

        // Polled by time of writing, not watched: Let's Encrypt renews by moving a symlink, which inotify on the link does not see.
        var written = (StateFile.WrittenAt(certificateFile), StateFile.WrittenAt(keyFile));
        if (written != _lastWritten || Refusal is not null || _good is null)
        {
            Load(written);
        }

        return _good;
    }

    private void Load((DateTime Certificate, DateTime Key) written)
    {
        try
        {
            _good = new ServedCertificate(OwnersCertificate.Load(certificateFile, keyFile, clock.GetUtcNow()), CertificateOrigin.Own);
            (_lastWritten, Refusal) = (written, null);
            logger.OwnersCertificateLoaded(certificateFile, _good.Leaf.NotAfter);
        }
        catch (CertificateRefusedException refusal)
        {
            Refuse(refusal.Message);
        }
        catch (CryptographicException unusable)
        {
            Refuse($"{certificateFile} cannot be shown to anybody: {unusable.Message}");
        }
    }

    private void Refuse(string reason)
    {
        if (!string.Equals(Refusal, reason, StringComparison.Ordinal))
        {
            Refusal = reason;
            logger.OwnersCertificateRefused(reason);
        }
    }
}
