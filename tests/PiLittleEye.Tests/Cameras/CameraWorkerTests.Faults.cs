using PiLittleEye.Cameras;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed partial class CameraWorkerTests
{
    private const int Unavailable = 1001;
    private const int Recovered = 1003;

    // A card is shown anew this often.
    private static readonly TimeSpan s_card = TimeSpan.FromSeconds(1);

    private static readonly CameraUnavailableException s_gone = new(CameraFault.NoDevice);

    [Fact]
    public async Task A_camera_that_cannot_be_opened_is_tried_again_less_and_less_often()
    {
        _rig.Device.CannotOpen = s_gone;
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);

        var attempts = 0;
        foreach (var seconds in (double[])[0.5, 1, 2, 3, 5, 5, 5])
        {
            await TryingAgainAsync(TimeSpan.FromSeconds(seconds));
            Assert.Equal(++attempts, _rig.Device.Attempts);
            _rig.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.Equal(attempts, _rig.Device.Attempts);
            _rig.Clock.Advance(TimeSpan.FromTicks(1));
        }

        Assert.Equal(1, _rig.Logger.Count(Unavailable));
    }

    [Fact]
    public async Task Meanwhile_viewers_see_the_reason_and_so_does_the_status()
    {
        _rig.Device.CannotOpen = new CameraUnavailableException(CameraFault.Busy, "motion has it");
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);

        var card = (await viewer.NextAsync())!;

        Assert.Equal(("busy", "Another program is using the camera: motion has it."), (card.NoPicture!.Code, card.NoPicture.Explanation));
        Assert.Equal((CameraState.Unavailable, card.NoPicture), (_rig.Status.State, _rig.Status.Reason));
        using var newcomer = _rig.Hub.Join(isStream: true);
        Assert.Equal("busy", (await newcomer.NextAsync())!.NoPicture!.Code);
    }

    [Fact]
    public async Task The_reason_stands_while_it_is_tried_again()
    {
        _rig.Device.CannotOpen = s_gone;
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        await TryingAgainAsync(TimeSpan.FromSeconds(0.5));
        _rig.Device.CannotOpen = null;

        _rig.Clock.Advance(TimeSpan.FromSeconds(0.5));
        var capture = await _rig.Device.OpenedAsync();

        Assert.Equal((CameraState.Unavailable, "no-device"), (_rig.Status.State, _rig.Status.Reason!.Code));
        await capture.DeliverAsync();
        Assert.Equal((CameraState.Live, null), (_rig.Status.State, _rig.Status.Reason));
        await _rig.Logger.SaidAsync(Recovered);
    }

    [Fact]
    public async Task The_card_comes_again_each_second()
    {
        _rig.Device.CannotOpen = s_gone;
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        foreach (var seconds in (double[])[0.5, 1, 2, 3])
        {
            await TryingAgainAsync(TimeSpan.FromSeconds(seconds));
            _rig.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await TryingAgainAsync(TimeSpan.FromSeconds(5));
        var eye = new SteadyEye(viewer);
        Assert.NotNull(eye.TryTake());
        for (var second = 0; second < 4; second++)
        {
            Assert.Null(eye.TryTake());
            _rig.Clock.Advance(s_card);
            Assert.Equal("no-device", eye.TryTake()!.NoPicture!.Code);
        }
    }

    [Fact]
    public async Task A_camera_that_vanishes_is_opened_again_after_half_a_second()
    {
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        var capture = await _rig.Device.OpenedAsync();
        await DeliverAsync(capture, 200);

        await capture.FailAsync(new CameraUnavailableException(CameraFault.Unplugged));

        await capture.ClosedAsync();
        await TryingAgainAsync(TimeSpan.FromSeconds(0.5));
        Assert.Equal("unplugged", _rig.Status.Reason!.Code);
        _rig.Clock.Advance(TimeSpan.FromSeconds(0.5));
        await (await _rig.Device.OpenedAsync()).DeliverAsync();
        Assert.Equal(CameraState.Live, _rig.Status.State);
    }

    [Fact]
    public async Task A_camera_that_was_pulled_out_stays_unplugged_while_it_is_looked_for()
    {
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        var capture = await _rig.Device.OpenedAsync();
        await DeliverAsync(capture, 200);
        (_rig.Device.CannotDescribe, _rig.Device.CannotOpen) = (s_gone, s_gone);

        await capture.FailAsync(new CameraUnavailableException(CameraFault.Unplugged));
        foreach (var seconds in (double[])[0.5, 1, 2])
        {
            await TryingAgainAsync(TimeSpan.FromSeconds(seconds));
            Assert.Equal("unplugged", _rig.Status.Reason!.Code);
            _rig.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        Assert.Equal(1, _rig.Logger.Count(Unavailable));
    }

    [Fact]
    public async Task A_camera_that_came_back_and_is_missing_later_is_no_longer_called_unplugged()
    {
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        await (await _rig.Device.OpenedAsync()).FailAsync(new CameraUnavailableException(CameraFault.Unplugged));
        await TryingAgainAsync(TimeSpan.FromSeconds(0.5));
        _rig.Clock.Advance(TimeSpan.FromSeconds(0.5));
        var capture = await _rig.Device.OpenedAsync();
        await capture.DeliverAsync();

        await capture.FailAsync(s_gone);

        await TryingAgainAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("no-device", _rig.Status.Reason!.Code);
    }

    [Fact]
    public async Task One_that_fails_after_a_few_frames_each_time_is_not_tried_more_often_nor_told_more_often()
    {
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        foreach (var seconds in (double[])[0.5, 1, 2, 3, 5, 5])
        {
            var capture = await _rig.Device.OpenedAsync();
            await DeliverAsync(capture, 3);
            await capture.FailAsync(new CameraUnavailableException(CameraFault.Unplugged));
            await TryingAgainAsync(TimeSpan.FromSeconds(seconds));
            _rig.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        Assert.Equal((1, 1, 2), (_rig.Logger.Count(Unavailable), _rig.Logger.Count(Recovered), _rig.Logger.Count(SessionStarted)));
    }

    [Fact]
    public async Task One_that_worked_for_a_while_is_tried_again_soon()
    {
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        for (var round = 0; round < 3; round++)
        {
            var capture = await _rig.Device.OpenedAsync();
            await DeliverAsync(capture, 102);
            await capture.FailAsync(new CameraUnavailableException(CameraFault.Unplugged));
            await TryingAgainAsync(TimeSpan.FromSeconds(0.5));
            _rig.Clock.Advance(TimeSpan.FromSeconds(0.5));
        }
    }

    [Fact]
    public async Task When_nobody_looks_any_more_it_is_not_tried_again_and_the_card_is_gone()
    {
        _rig.Device.CannotOpen = s_gone;
        await RunAsync();
        await TryInVainAsync();
        Assert.Equal(5, _rig.Device.Attempts);
        Assert.Equal(CameraState.Unavailable, _rig.Status.State);
        Assert.Null(_rig.Hub.TakeLatest());
    }

    [Fact]
    public async Task A_camera_that_is_missing_at_the_start_is_known_to_be_before_anybody_looks()
    {
        _rig.Device.CannotDescribe = s_gone;
        await RunAsync();
        Assert.Equal((CameraState.Unavailable, "no-device"), (_rig.Status.State, _rig.Status.Reason!.Code));

        _rig.Device.CannotDescribe = null;
        await SleepAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((CameraState.Idle, null), (_rig.Status.State, _rig.Status.Reason));
    }

    [Fact]
    public async Task A_camera_that_came_back_while_nobody_looked_starts_like_any_other()
    {
        _rig.Device.CannotOpen = _rig.Device.CannotDescribe = s_gone;
        await RunAsync();
        await TryInVainAsync();
        _rig.Device.CannotOpen = _rig.Device.CannotDescribe = null;
        await SleepAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(CameraState.Idle, _rig.Status.State);

        using var viewer = _rig.Hub.Join(isStream: true);
        await _rig.Device.OpenedAsync();

        Assert.Equal((CameraState.Starting, null), (_rig.Status.State, _rig.Status.Reason));
    }

    private async Task TryInVainAsync()
    {
        _rig.Hub.Join(isStream: true).Dispose();
        foreach (var seconds in (double[])[0.5, 1, 2, 3, 5])
        {
            await TryingAgainAsync(TimeSpan.FromSeconds(seconds));
            _rig.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }

        await _rig.Clock.SleeperAsync(TimeSpan.FromSeconds(5));
    }

    // The worker has failed and sleeps, for this long in all, but never longer than a card may stand.
    private Task TryingAgainAsync(TimeSpan delay) => _rig.Clock.SleeperAsync(delay < s_card ? delay : s_card);

    // In the steps in which the worker sleeps.
    private async Task SleepAsync(TimeSpan time)
    {
        var step = TimeSpan.FromSeconds(5);
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            await _rig.Clock.SleeperAsync(step);
            _rig.Clock.Advance(step);
        }

        await _rig.Clock.SleeperAsync(step);
    }
}
