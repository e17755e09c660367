using System.Net.NetworkInformation;

namespace PiLittleEye.Certificates;

/// <summary>Looks after the certificate: every minute, and within seconds when a file of it is written or the machine's addresses change.</summary>
internal sealed class CertificateWorker(
    CurrentCertificate certificate,
    ExpiryAlerts alerts,
    TimeProvider clock,
    ILogger<CertificateWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    // A look asks when five files were written; certbot's hook and the verbs beside the service are done within this.
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A network that comes up changes its addresses several times in a row; one look is enough for all of them.
        var isMoved = 0;
        void OnChange(object? sender, EventArgs change) => Volatile.Write(ref isMoved, 1);

        NetworkChange.NetworkAddressChanged += OnChange;
        try
        {
            var lookedAfter = clock.GetTimestamp();
            while (true)
            {
                await Task.Delay(s_look, clock, stoppingToken);
                if (Interlocked.Exchange(ref isMoved, 0) == 0 && !certificate.IsTouched && clock.GetElapsedTime(lookedAfter) < s_interval)
                {
                    continue;
                }

                lookedAfter = clock.GetTimestamp();
                try
                {
                    certificate.Refresh();
                    alerts.Look(certificate.Served);
                }
                catch (Exception failure) when (failure is Storage.StorageUnavailableException or NetworkInformationException)
                {
                    // A full disk while renewing: the certificate in force serves on, and the next minute tries again.
                    logger.CertificateNotRenewed(failure.Message);
                }
            }
        }
        finally
        {
            NetworkChange.NetworkAddressChanged -= OnChange;
        }
    }
}
