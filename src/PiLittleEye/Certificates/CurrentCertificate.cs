using System.Net.Security;
using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.Certificates;

/// <summary>The certificate in force. Each new connection asks for it, so a change needs no restart and cuts nobody off.</summary>
internal sealed class CurrentCertificate
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly OwnersPair? _installers;
    private readonly OwnersPair _uploaded;
    private readonly MadeCertificate _made;
    private readonly WatchedFile[] _files;
    private volatile ServedCertificate? _served;
    private (string Certificate, int? Stage) _warned;

    public CurrentCertificate(
        IOptions<CertificateOptions> options,
        CertificateFiles files,
        UploadedPair uploaded,
        LocalAuthority authority,
        TimeProvider clock,
        ILogger<CurrentCertificate> logger
    )
    {
        (_clock, _logger) = (clock, logger);
        if (options.Value is { File: { } file, KeyFile: { } keyFile })
        {
            _installers = new OwnersPair(file, keyFile, clock, logger);
        }

        _uploaded = new OwnersPair(uploaded.Path, uploaded.Path, clock, logger) { MayBeMissing = true };
        _made = new MadeCertificate(options.Value, files, authority, clock, logger);
        string[] all = [.. _installers?.Files ?? [], .. _uploaded.Files, .. _made.Files];
        _files = [.. all.Select(file => new WatchedFile(file))];
    }

    public ServedCertificate Served => _served ?? throw new InvalidOperationException("No certificate is loaded yet.");

    public SslStreamCertificateContext Context => Served.Context;

    public DateTimeOffset ExpiresAt => Served.ExpiresAt;

    /// <summary>What the owner should do something about; null when all is well.</summary>
    public string? Warning
    {
        get
        {
            lock (_gate)
            {
                return (_installers?.Refusal ?? _uploaded.Refusal) is { } refusal
                        ? $"The owner's certificate is not used, another one is in force: {refusal}."
                    : Served.Origin == CertificateOrigin.Authority && _made.Uncovered is { Count: > 0 } names
                        ? $"The local authority was made before this machine was called {string.Join(", ", names)}, so it cannot vouch for that. "
                            + "Delete it, make another, and put its root on the phones."
                    : ExpiryWarning.Of(Served, _clock.GetUtcNow());
            }
        }
    }

    /// <summary>Whether one of the files was written since the last <see cref="Refresh"/>: by certbot, by a verb beside the service.</summary>
    public bool IsTouched
    {
        get
        {
            lock (_gate)
            {
                return Array.Exists(_files, static file => file.IsTouched);
            }
        }
    }

    /// <summary>Loads, makes or renews what is due. Cheap when nothing is. Called at start, then by <see cref="CertificateWorker"/>.</summary>
    /// <exception cref="StorageUnavailableException">One is due and cannot be kept.</exception>
    public void Refresh()
    {
        lock (_gate)
        {
            // Before anything is read: what is written meanwhile is seen next time.
            foreach (var file in _files)
            {
                file.Remember();
            }

            // Without a usable pair of the owner's the camera must still be reachable, so that somebody can mend it.
            _served = _installers?.Refresh() ?? _uploaded.Refresh() ?? _made.Refresh();
            Warn(_served);
        }
    }

    /// <summary>Makes the self-made one anew, with another key. It is in force at once where no other is.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be kept.</exception>
    public void Renew()
    {
        lock (_gate)
        {
            _made.Renew();
            Refresh();
        }
    }

    // Once for each stage of each certificate, however often it is looked at.
    private void Warn(ServedCertificate served)
    {
        var now = _clock.GetUtcNow();
        var due = (served.Leaf.Thumbprint, ExpiryWarning.Stage(served.ExpiresAt, now));
        if (due != _warned && ExpiryWarning.Of(served, now) is { } warning)
        {
            _logger.CertificateEnds(warning);
        }

        _warned = due;
    }
}
