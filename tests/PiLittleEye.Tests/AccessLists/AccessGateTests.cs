using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using PiLittleEye.AccessLists;
using PiLittleEye.Audit;
using PiLittleEye.Rights;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.AccessLists;

public sealed class AccessGateTests : IAsyncDisposable
{
    private static readonly IPAddress s_stranger = IPAddress.Parse("203.0.113.9");

    private readonly AuditRig _rig = new();
    private readonly AccessChanges _changes = new();
    private readonly AuditLog _audit;
    private readonly AccessGate _gate;
    private int _told;

    public AccessGateTests()
    {
        _audit = _rig.Log();
        _gate = CreateGate();
        _changes.Changed += () => _told++;
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Dispose();
        await _audit.DisposeAsync();
        _rig.Dispose();
    }

    [Fact]
    public void A_change_is_in_force_and_told_at_once_and_after_a_restart()
    {
        Assert.True(_gate.Admits(s_stranger));
        _gate.Change(OnlyHome(_gate));
        Assert.False(_gate.Admits(s_stranger));
        Assert.Equal(1, _told);
        using var restarted = CreateGate();
        Assert.False(restarted.Admits(s_stranger));
    }

    [Fact]
    public void A_trial_is_in_force_for_a_minute_and_reverts_by_itself()
    {
        var pending = _gate.Try(OnlyHome(_gate));
        Assert.Equal(SteppingClock.Start + TimeSpan.FromSeconds(60), pending.Until);
        Assert.Equal(1, _told);

        _rig.Clock.Advance(TimeSpan.FromSeconds(59.9));
        Assert.False(_gate.Admits(s_stranger));

        _rig.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(_gate.Admits(s_stranger));
        Assert.Equal((null, 2), (_gate.Pending, _told));
    }

    [Fact]
    public void A_clock_that_is_put_back_makes_a_trial_no_longer()
    {
        _gate.Try(OnlyHome(_gate));
        _rig.Clock.ShiftWallClock(TimeSpan.FromHours(-2));
        _rig.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True(_gate.Admits(s_stranger));
    }

    // A power cut is a restart that nobody prepared: what was on trial is nowhere but in memory.
    [Fact]
    public void A_trial_does_not_survive_a_restart()
    {
        _gate.Try(OnlyHome(_gate));
        using var restarted = CreateGate();
        Assert.True(restarted.Admits(s_stranger));
        Assert.Null(restarted.Pending);
    }

    [Fact]
    public void A_trial_that_is_confirmed_stays()
    {
        var pending = _gate.Try(OnlyHome(_gate));
        Assert.True(_gate.TryConfirm(pending.Token));
        _rig.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.False(_gate.Admits(s_stranger));
        Assert.Null(_gate.Pending);
        using var restarted = CreateGate();
        Assert.False(restarted.Admits(s_stranger));
    }

    [Fact]
    public void Only_its_own_token_confirms_a_trial_and_only_once()
    {
        var before = _gate.Try(OnlyHome(_gate));
        var pending = _gate.Try(OnlyHome(_gate));
        Assert.False(_gate.TryConfirm(before.Token));
        Assert.False(_gate.TryConfirm(null));
        Assert.False(_gate.TryConfirm(string.Empty));
        Assert.False(_gate.TryConfirm(pending.Token[..^1]));
        Assert.NotNull(_gate.Pending);
        Assert.True(_gate.TryConfirm(pending.Token));
        Assert.False(_gate.TryConfirm(pending.Token));
    }

    [Fact]
    public void A_trial_that_is_over_cannot_be_confirmed()
    {
        var pending = _gate.Try(OnlyHome(_gate));
        _rig.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.False(_gate.TryConfirm(pending.Token));
        Assert.True(_gate.Admits(s_stranger));
    }

    [Fact]
    public void The_end_of_a_former_trial_does_not_end_the_present_one()
    {
        _gate.Try(OnlyHome(_gate));
        _rig.Clock.Advance(TimeSpan.FromSeconds(40));
        _gate.Try(OnlyHome(_gate));
        _rig.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.False(_gate.Admits(s_stranger));
    }

    // PLE-W1: the way back in crashed. Here it is another process on the same database.
    [Fact]
    public void What_the_command_line_switched_off_is_off_at_the_next_look()
    {
        _gate.Change(OnlyHome(_gate));
        var told = _told;
        _gate.TakeOver();
        Assert.Equal(told, _told);

        CreateSettings().Change(lists => lists.Disabled());
        _gate.TakeOver();

        Assert.True(_gate.Admits(s_stranger));
        Assert.Equal(told + 1, _told);
    }

    [Fact]
    public void A_trial_that_shuts_everybody_out_ends_by_the_command_line_too()
    {
        _gate.Try(OnlyHome(_gate));
        CreateSettings().Change(lists => lists.Disabled());
        _gate.TakeOver();
        Assert.True(_gate.Admits(s_stranger));
        Assert.Null(_gate.Pending);
    }

    private static AccessListsSettings OnlyHome(AccessGate gate) =>
        gate.InForce with
        {
            Allow = AccessListsSettings.Default.Allow with { Enabled = true },
        };

    private AccessGate CreateGate()
    {
        var trail = new AccessListsTrail(_audit, _rig.Clock, NullLogger<AccessListsTrail>.Instance);
        return new AccessGate(CreateSettings(), _changes, new HitCounts(_rig.State.Store), trail, _rig.Clock);
    }

    private RuntimeSettings<AccessListsSettings> CreateSettings() =>
        new(_rig.State.Store, AccessListsSettings.Key, AccessListsSettings.Default, () => AccessListsJson.Default.AccessListsSettings);
}
