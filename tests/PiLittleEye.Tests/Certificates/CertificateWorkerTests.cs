using System.Security.Cryptography.X509Certificates;
using PiLittleEye.Audit;
using PiLittleEye.Certificates;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class CertificateWorkerTests : IAsyncLifetime
{
    private const int Loaded = 4002;
    private const int NotRenewed = 4004;

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    private readonly TemporaryDirectory _directory = new();
    private readonly AuditRig _rig = new();
    private readonly AuditLog _audit;
    private readonly CollectingLogger<CertificateWorker> _log = new();
    private readonly CollectingLogger<CurrentCertificate> _made = new();
    private readonly CurrentCertificate _certificate;
    private readonly CertificateWorker _worker;

    public CertificateWorkerTests()
    {
        _certificate = new CertificateBench(_directory.Path, _rig.Clock, _made).Current();
        _audit = _rig.Log();
        _worker = new CertificateWorker(_certificate, new ExpiryAlerts(_rig.State.Store, _audit, _rig.Clock), _rig.Clock, _log);
    }

    public async ValueTask InitializeAsync()
    {
        _certificate.Refresh();
        await _worker.StartAsync(TestContext.Current.CancellationToken);
        await _rig.Clock.SleepersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        await _audit.DisposeAsync();
        _rig.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_certificate_near_its_end_is_renewed_within_a_minute()
    {
        _rig.Clock.ShiftWallClock(TimeSpan.FromDays(340));
        await AMinuteAsync();
        await _made.SaidAsync(4001, times: 2);
        Assert.Equal(2, _made.Count(4001));
    }

    [Fact]
    public async Task A_renewal_that_fails_is_tried_again_in_a_minute()
    {
        var obstacle = _directory.File("certificate.key.new");
        Directory.CreateDirectory(obstacle);
        _rig.Clock.ShiftWallClock(TimeSpan.FromDays(340));
        await AMinuteAsync();
        await _log.SaidAsync(NotRenewed);
        Directory.Delete(obstacle);

        await AMinuteAsync();

        await _made.SaidAsync(4001, times: 2);
    }

    [Fact]
    public async Task A_pair_written_beside_the_running_service_is_in_force_at_the_next_look()
    {
        var (certificate, key) = new PemMaker(_rig.Clock.GetUtcNow()).Make();
        new CertificateBench(_directory.Path, _rig.Clock, _made).Uploaded.Save(certificate, key);

        await _rig.Clock.SleepersAsync();
        _rig.Clock.Advance(s_look);

        await _made.SaidAsync(Loaded);
        using var written = X509Certificate2.CreateFromPem(certificate);
        Assert.Equal(written.Thumbprint, _certificate.Served.Leaf.Thumbprint);
    }

    [Fact]
    public async Task An_authority_made_beside_the_running_service_signs_at_the_next_look()
    {
        new CertificateBench(_directory.Path, _rig.Clock, _made).Authority.Make(MachineNames.Of([]), _rig.Clock.GetUtcNow());

        await _rig.Clock.SleepersAsync();
        _rig.Clock.Advance(s_look);

        await _made.SaidAsync(4001, times: 2);
        await _rig.Clock.SleepersAsync();
        Assert.Equal(CertificateOrigin.Authority, _certificate.Served.Origin);
    }

    [Fact]
    public async Task The_worker_sees_to_it_that_the_alert_is_written()
    {
        var (certificate, key) = new PemMaker(_rig.Clock.GetUtcNow()) { Until = TimeSpan.FromDays(5) }.Make();
        new CertificateBench(_directory.Path, _rig.Clock, _made).Uploaded.Save(certificate, key);
        _rig.Clock.Advance(s_look);
        await _made.SaidAsync(Loaded);
        await _rig.Clock.SleepersAsync();
        await _audit.SaveAsync(AuditRig.Some("all before this is written"));
        Assert.Single(_rig.Rows, row => row.Entry.Kind == "certificate-ends");
    }

    // Look by look: in one step the worker would see only the beginning or the end.
    private async Task AMinuteAsync()
    {
        for (var look = 0; look <= TimeSpan.FromMinutes(1) / s_look; look++)
        {
            await _rig.Clock.SleepersAsync();
            _rig.Clock.Advance(s_look);
        }
    }
}
