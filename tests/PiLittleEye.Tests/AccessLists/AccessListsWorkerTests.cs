using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using PiLittleEye.AccessLists;
using PiLittleEye.Audit;
using PiLittleEye.Rights;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.AccessLists;

public sealed class AccessListsWorkerTests : IAsyncLifetime
{
    private static readonly IPAddress s_home = IPAddress.Parse("192.168.7.7");
    private static readonly IPAddress s_stranger = IPAddress.Parse("203.0.113.9");

    private readonly AuditRig _rig = new();
    private readonly HitCounts _hits;
    private readonly AuditLog _audit;
    private readonly AccessGate _gate;
    private readonly DatabaseWatch _watch;
    private readonly AccessListsWorker _worker;

    public AccessListsWorkerTests()
    {
        _hits = new HitCounts(_rig.State.Store);
        _audit = _rig.Log();
        var trail = new AccessListsTrail(_audit, _rig.Clock, NullLogger<AccessListsTrail>.Instance);
        _gate = new AccessGate(CreateSettings(), new AccessChanges(), _hits, trail, _rig.Clock);
        _watch = new DatabaseWatch(_rig.State.Database, _rig.Clock);
        _worker = new AccessListsWorker(_gate, _hits, trail, _watch, _rig.Clock);
    }

    public async ValueTask InitializeAsync()
    {
        _gate.Change(AccessListsSettings.Default with { Allow = ListedCamera.On("192.168.7.0/24") });
        await _worker.StartAsync(TestContext.Current.CancellationToken);
        await _rig.Clock.SleepersAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _worker.Dispose();
        _watch.Dispose();
        _gate.Dispose();
        await _audit.DisposeAsync();
        _rig.Dispose();
    }

    [Fact]
    public void What_another_process_stored_is_in_force_as_soon_as_it_is_seen()
    {
        CreateSettings().Change(lists => lists.Disabled());
        Assert.False(_gate.Admits(s_stranger));
        _watch.Look();
        Assert.True(_gate.Admits(s_stranger));
    }

    [Fact]
    public async Task Those_who_were_refused_are_told_of_once_a_minute_and_by_their_number()
    {
        for (var request = 0; request < 7; request++)
        {
            _ = _gate.Admit(s_stranger);
        }

        _rig.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(_rig.Rows);
        _rig.Clock.Advance(TimeSpan.FromMinutes(5));

        await _audit.DisposeAsync();
        Assert.Contains(" 7 in the last minute", Assert.Single(_rig.Rows).Entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_are_kept_every_quarter_of_an_hour_and_at_the_end()
    {
        _ = _gate.Admit(s_home);
        Assert.Equal(0, Kept());
        _rig.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(1, Kept());

        _ = _gate.Admit(s_home);
        await _worker.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, Kept());
    }

    // As after a restart.
    private long Kept() => new HitCounts(_rig.State.Store).Of(AccessListKind.Allow, AddressRange.Parse("192.168.7.0/24"));

    private RuntimeSettings<AccessListsSettings> CreateSettings() =>
        new(_rig.State.Store, AccessListsSettings.Key, AccessListsSettings.Default, () => AccessListsJson.Default.AccessListsSettings);
}
