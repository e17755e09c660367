using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed partial class CameraWorkerTests
{
    [Fact]
    public async Task What_is_no_fault_of_a_camera_ends_the_worker()
    {
        _rig.Device.CannotOpen = new InvalidOperationException("a bug");
        await RunAsync();

        using var viewer = _rig.Hub.Join(isStream: true);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Limit.On(_running!, "the worker ended"));
        Assert.Equal("a bug", failure.Message);
    }

    [Fact]
    public async Task It_stops_at_once_while_a_reason_is_shown()
    {
        _rig.Device.CannotOpen = s_gone;
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        await TryingAgainAsync(TimeSpan.FromSeconds(0.5));

        await _stopping.CancelAsync();

        await Limit.On(_running!, "the worker ended");
    }

    [Fact]
    public async Task Its_pulse_beats_whatever_happens()
    {
        await RunAsync();
        await SleepAsync(TimeSpan.FromHours(1));
        Assert.Empty(_rig.Heartbeats.Silent());

        using var viewer = _rig.Hub.Join(isStream: true);
        var capture = await _rig.Device.OpenedAsync();
        for (var frame = 0; frame < 20; frame++)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(3));
            await capture.DeliverAsync();
            Assert.Empty(_rig.Heartbeats.Silent());
        }

        _rig.Device.CannotOpen = s_gone;
        await capture.FailAsync(s_gone);
        foreach (var seconds in (double[])[0.5, 1, 2, 3, 5, 5, 5, 5])
        {
            await TryingAgainAsync(TimeSpan.FromSeconds(seconds));
            _rig.Clock.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Empty(_rig.Heartbeats.Silent());
        }
    }

    [Fact]
    public async Task A_device_that_hangs_for_ever_is_what_the_watchdog_is_for()
    {
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        var capture = await _rig.Device.OpenedAsync();
        await capture.DeliverAsync();

        _rig.Clock.Advance(TimeSpan.FromSeconds(21));

        Assert.Equal(["camera bench"], _rig.Heartbeats.Silent());
    }

    // Somebody looks for a moment, and nobody for the next ten seconds.
}
