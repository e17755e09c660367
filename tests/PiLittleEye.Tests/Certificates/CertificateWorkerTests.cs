using System.Security.Cryptography.X509Certificates;
using PiLittleEye.Certificates;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class CertificateWorkerTests : IAsyncLifetime
{
    private const int Loaded = 4002;
    private const int NotRenewed = 4004;

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    private readonly TemporaryDirectory _directory = new();
    private readonly SteppingClock _clock = new();
    private readonly CollectingLogger<CertificateWorker> _log = new();
    private readonly CollectingLogger<CurrentCertificate> _made = new();
    private readonly CurrentCertificate _certificate;
    private readonly CertificateWorker _worker;

    public CertificateWorkerTests()
    {
        _certificate = new CertificateBench(_directory.Path, _clock, _made).Current();
        _worker = new CertificateWorker(_certificate, _clock, _log);
    }

    public async ValueTask InitializeAsync()
    {
        _certificate.Refresh();
        await _worker.StartAsync(TestContext.Current.CancellationToken);
        await _clock.SleepersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_certificate_near_its_end_is_renewed_within_a_minute()
    {
        _clock.Advance(TimeSpan.FromDays(340));
        await _made.SaidAsync(4001, times: 2);
        Assert.Equal(2, _made.Count(4001));
    }

    [Fact]
    public async Task A_renewal_that_fails_is_tried_again_in_a_minute()
    {
        var obstacle = _directory.File("certificate.key.new");
        Directory.CreateDirectory(obstacle);
        _clock.Advance(TimeSpan.FromDays(340));
        await _log.SaidAsync(NotRenewed);
        Directory.Delete(obstacle);

        await AMinuteAsync();

        await _made.SaidAsync(4001, times: 2);
    }

    [Fact]
    public async Task A_pair_written_beside_the_running_service_is_in_force_at_the_next_look()
    {
        var (certificate, key) = new PemMaker(_clock.GetUtcNow()).Make();
        new CertificateBench(_directory.Path, _clock, _made).Uploaded.Save(certificate, key);

        await _clock.SleepersAsync();
        _clock.Advance(s_look);

        await _made.SaidAsync(Loaded);
        using var written = X509Certificate2.CreateFromPem(certificate);
        Assert.Equal(written.Thumbprint, _certificate.Served.Leaf.Thumbprint);
    }

    [Fact]
    public async Task An_authority_made_beside_the_running_service_signs_at_the_next_look()
    {
        new CertificateBench(_directory.Path, _clock, _made).Authority.Make(MachineNames.Of([]), _clock.GetUtcNow());

        await _clock.SleepersAsync();
        _clock.Advance(s_look);

        await _made.SaidAsync(4001, times: 2);
        await _clock.SleepersAsync();
        Assert.Equal(CertificateOrigin.Authority, _certificate.Served.Origin);
    }

    // Look by look: in one step the worker would see only the beginning or the end.
    private async Task AMinuteAsync()
    {
        for (var look = 0; look <= TimeSpan.FromMinutes(1) / s_look; look++)
        {
            await _clock.SleepersAsync();
            _clock.Advance(s_look);
        }
    }
}
