using System.Net;
using PiLittleEye.AccessLists;
using PiLittleEye.Audit;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.AccessLists;

public sealed class AccessListsTrailTests : IAsyncDisposable
{
    private readonly AuditRig _rig = new();
    private readonly CollectingLogger<AccessListsTrail> _journal = new();
    private readonly AuditLog _audit;
    private readonly AccessListsTrail _trail;

    public AccessListsTrailTests()
    {
        _audit = _rig.Log();
        _trail = new AccessListsTrail(_audit, _rig.Clock, _journal);
    }

    public async ValueTask DisposeAsync()
    {
        await _audit.DisposeAsync();
        _rig.Dispose();
    }

    [Fact]
    public async Task A_proxy_that_nobody_has_named_is_told_of_once_an_hour_with_the_remedy()
    {
        for (var minute = 0; minute < 61; minute++)
        {
            Together.Run(10, _ => _trail.PassedOnBy(IPAddress.Parse("192.168.1.2"), "X-Forwarded-For"));
            _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await _audit.DisposeAsync();
        Assert.Equal(2, _journal.Messages.Count);
        Assert.Equal(2, _rig.Rows.Count);
        Assert.All(
            _rig.Rows,
            row =>
            {
                Assert.Equal(("proxy-not-named", "192.168.1.2", true), (row.Entry.Kind, row.Entry.From, row.Entry.IsAlert));
                Assert.Contains("name it in AccessLists:TrustedProxies", row.Entry.Text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task Refused_requests_are_an_alert_once_a_day()
    {
        for (var minute = 0; minute < 25 * 60; minute++)
        {
            _trail.Refused(7);
            _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await _audit.DisposeAsync();
        Assert.Equal(["addresses-refused", "addresses-refused"], _rig.Rows.Select(row => row.Entry.Kind));
    }
}
