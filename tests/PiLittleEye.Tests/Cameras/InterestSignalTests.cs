using PiLittleEye.Cameras;
using PiLittleEye.Health;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class InterestSignalTests : IDisposable
{
    private static readonly TimeSpan s_beat = TimeSpan.FromSeconds(5);

    private readonly CameraRig _rig = new();
    private readonly InterestSignal _interest;
    private readonly Heartbeat _heartbeat;
    private readonly CancellationTokenSource _stopping = new();

    public InterestSignalTests()
    {
        _interest = new InterestSignal(_rig.Camera);
        _heartbeat = _rig.Heartbeats.Add("some worker", TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task While_somebody_looks_there_is_nothing_to_wait_for()
    {
        using var viewer = _rig.Hub.Join(isStream: true);
        await Limit.On(WaitAsync(), "interest");
    }

    [Fact]
    public async Task It_wakes_when_somebody_comes_to_look()
    {
        var waiting = await AsleepAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        await Limit.On(waiting, "interest");
    }

    [Fact]
    public async Task It_wakes_when_somebody_asks_for_a_photo()
    {
        var waiting = await AsleepAsync();
        Assert.Null(_rig.Hub.TakeLatest());
        await Limit.On(waiting, "interest");
    }

    [Fact]
    public async Task It_wakes_when_the_owner_switches_the_camera_on_for_good()
    {
        var waiting = await AsleepAsync();
        _rig.Change(settings => settings with { AlwaysOn = true });
        await Limit.On(waiting, "interest");
    }

    [Fact]
    public async Task Another_setting_does_not_wake_it()
    {
        var waiting = await AsleepAsync();
        _rig.Change(settings => settings with { Quality = 50 });
        await _rig.Clock.SleepersAsync();
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task It_ends_when_the_service_stops()
    {
        var waiting = await AsleepAsync();
        await _stopping.CancelAsync();
        await Limit.On(waiting, "the end");
    }

    [Fact]
    public async Task However_long_nobody_comes_its_pulse_beats()
    {
        var waiting = await AsleepAsync();
        for (var beat = 0; beat < 100; beat++)
        {
            _rig.Clock.Advance(s_beat);
            await _rig.Clock.SleepersAsync();
            Assert.True(_heartbeat.IsAlive);
        }

        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task Whoever_comes_in_the_moment_of_a_beat_is_not_overlooked()
    {
        for (var round = 0; round < 300; round++)
        {
            var waiting = await AsleepAsync();
            await BeatAsync();
            using (_rig.Hub.Join(isStream: true))
            {
                await Limit.On(waiting, "interest");
            }

            _rig.Clock.Advance(TimeSpan.FromSeconds(11));
        }
    }

    [Fact]
    public async Task A_card_of_yesterdays_trouble_does_not_greet_the_next_visitor()
    {
        _rig.Cards.ShowUnavailable(Some.Reason);
        await AsleepAsync();
        Assert.Null(_rig.Hub.TakeLatest());
    }

    [Fact]
    public async Task A_camera_that_is_missing_is_asked_for_once_a_minute_until_it_is_there()
    {
        _rig.Status.Becomes(CameraState.Unavailable, reason: Some.Reason);
        await AsleepAsync();
        for (var beat = 1; beat < 12; beat++)
        {
            await BeatAsync();
            Assert.Equal(CameraState.Unavailable, _rig.Status.State);
        }

        await BeatAsync();

        Assert.Equal((CameraState.Idle, "some camera"), (_rig.Status.State, _rig.Status.Description!.Device));
    }

    [Fact]
    public void Ended_while_somebody_comes_it_disturbs_nobody()
    {
        for (var round = 0; round < 500; round++)
        {
            var interest = new InterestSignal(_rig.Camera);
            Together.Run(interest.Dispose, () => _rig.Hub.Join(isStream: true).Dispose());
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _interest.Dispose();
        _stopping.Dispose();
        _rig.Dispose();
    }

    private Task WaitAsync() => _interest.WaitAsync(_heartbeat, new CameraProbe(_rig.Camera), _rig.Clock, _stopping.Token);

    private async Task<Task> AsleepAsync()
    {
        var waiting = WaitAsync();
        await _rig.Clock.SleepersAsync();
        return waiting;
    }

    private async Task BeatAsync()
    {
        _rig.Clock.Advance(s_beat);
        await _rig.Clock.SleepersAsync();
    }
}
