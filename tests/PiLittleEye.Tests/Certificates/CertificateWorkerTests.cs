using Microsoft.Extensions.Options;
using PiLittleEye.Certificates;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class CertificateWorkerTests : IAsyncLifetime
{
    private const int NotRenewed = 4004;

    private readonly TemporaryDirectory _directory = new();
    private readonly SteppingClock _clock = new();
    private readonly CollectingLogger<CertificateWorker> _log = new();
    private readonly CollectingLogger<CurrentCertificate> _made = new();
    private readonly CurrentCertificate _certificate;
    private readonly CertificateWorker _worker;

    public CertificateWorkerTests()
    {
        var storage = Options.Create(new StorageOptions { Directory = _directory.Path });
        _certificate = new CurrentCertificate(Options.Create(new CertificateOptions()), new CertificateFiles(storage), _clock, _made);
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

        await _clock.SleepersAsync();
        _clock.Advance(TimeSpan.FromMinutes(1));

        await _made.SaidAsync(4001, times: 2);
    }
}
