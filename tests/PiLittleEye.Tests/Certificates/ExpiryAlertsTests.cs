using PiLittleEye.Certificates;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class ExpiryAlertsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly AuditRig _rig = new();

    [Fact]
    public async Task A_certificate_that_ends_is_an_alert_in_the_log_once_for_each_stage_however_often_the_service_starts()
    {
        var (certificate, key) = new PemMaker(_rig.Clock.GetUtcNow()) { Until = TimeSpan.FromDays(40) }.Make();
        var bench = new CertificateBench(_directory.Path, _rig.Clock, new CollectingLogger<CurrentCertificate>());
        bench.Uploaded.Save(certificate, key);
        var current = bench.Current();
        current.Refresh();
        await using (var audit = _rig.Log())
        {
            foreach (var days in new[] { 0, 20, 15 })
            {
                _rig.Clock.Advance(TimeSpan.FromDays(days));
                for (var start = 0; start < 3; start++)
                {
                    new ExpiryAlerts(_rig.State.Store, audit, _rig.Clock).Look(current.Served);
                }
            }
        }

        Assert.Equal(2, _rig.Rows.Count);
        Assert.All(_rig.Rows, row => Assert.True(row.Entry.IsAlert));
        Assert.Contains("ends in 20 days", _rig.Rows[0].Entry.Text, StringComparison.Ordinal);
        Assert.Contains("ends in 5 days", _rig.Rows[1].Entry.Text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _rig.Dispose();
        _directory.Dispose();
    }
}
