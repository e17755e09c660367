using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace PiLittleEye.Certificates;

/// <summary>The certificate in force. Each new connection asks for it, so a change needs no restart and cuts nobody off.</summary>
internal sealed class CurrentCertificate(
    IOptions<CertificateOptions> options,
    CertificateFiles files,
    TimeProvider clock,
    ILogger<CurrentCertificate> logger
)
{
    private readonly CertificateOptions _options = options.Value;
    private volatile SslStreamCertificateContext? _context;
    private string? _lastRefusal;
    private (DateTime Certificate, DateTime Key) _lastWritten;
    private bool _isOwners;

    public SslStreamCertificateContext Context => _context ?? throw new InvalidOperationException("No certificate is loaded yet.");

    public DateTimeOffset ExpiresAt => new(Context.TargetCertificate.NotAfter.ToUniversalTime());

    /// <summary>Loads, makes or renews what is due. Cheap when nothing is. Called at start, then by <see cref="CertificateWorker"/>.</summary>
    public void Refresh()
    {
        if (_options.File is not null && _options.KeyFile is not null)
        {
            RefreshOwners(_options.File, _options.KeyFile);
        }

        // Without a usable pair of the owner's the camera must still be reachable, so that somebody can mend it.
        if (!_isOwners)
        {
            RefreshSelfSigned();
        }
    }

    private void RefreshOwners(string certificateFile, string keyFile)
    {
        // Polled by time of writing, not watched: Let's Encrypt renews by moving a symlink, which inotify on the link does not see.
        var written = (WrittenAt(certificateFile), WrittenAt(keyFile));
        if (written == _lastWritten && _lastRefusal is null && _isOwners)
        {
            return;
        }

        try
        {
            var chain = OwnersCertificate.Load(certificateFile, keyFile, clock.GetUtcNow());
            var issuers = new X509Certificate2Collection(chain.Skip(1).ToArray());
            _context = SslStreamCertificateContext.Create(chain[0], issuers, offline: true);
            (_isOwners, _lastWritten) = (true, written);
            _lastRefusal = null;
            logger.OwnersCertificateLoaded(certificateFile, chain[0].NotAfter);
        }
        catch (CertificateRefusedException refusal)
        {
            if (!string.Equals(_lastRefusal, refusal.Message, StringComparison.Ordinal))
            {
                _lastRefusal = refusal.Message;
                logger.OwnersCertificateRefused(refusal.Message);
            }
        }
    }

    // Of what a link leads to in the end: the link itself is as old as the day it was made.
    private static DateTime WrittenAt(string file)
    {
        try
        {
            return (File.ResolveLinkTarget(file, returnFinalTarget: true) ?? new FileInfo(file)).LastWriteTimeUtc;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return DateTime.MinValue;
        }
    }

    private void RefreshSelfSigned()
    {
        var names = MachineNames.Of(_options.Names);
        var now = clock.GetUtcNow();
        var current = _context?.TargetCertificate ?? files.Load();
        if (current is null || !SelfSignedCertificate.StillServes(current, names, now))
        {
            using var key = files.LoadOrCreateKey();
            current = SelfSignedCertificate.Create(key, names, now);
            files.Save(current, key);
            logger.CertificateMade(string.Join(", ", names.Hosts), current.NotAfter);
            _context = null;
        }

        _context ??= SslStreamCertificateContext.Create(current, additionalCertificates: null, offline: true);
    }
}
