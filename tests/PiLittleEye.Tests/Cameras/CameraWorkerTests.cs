using PiLittleEye.Cameras;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed partial class CameraWorkerTests : IAsyncDisposable
{
    private const int SessionEnded = 1004;
    private const int SessionStarted = 1005;

    private readonly CameraRig _rig = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task? _running;

    [Fact]
    public async Task It_starts_the_camera_with_the_first_viewer_and_not_before()
    {
        await RunAsync();
        _rig.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal((0, CameraState.Idle), (_rig.Device.Attempts, _rig.Status.State));

        using var viewer = _rig.Hub.Join(isStream: true);
        var capture = await _rig.Device.OpenedAsync();
        Assert.Equal((CameraState.Starting, _rig.Camera.Settings.Current.Mode), (_rig.Status.State, capture.Wanted));

        await capture.DeliverAsync();
        Assert.Equal((CameraState.Live, capture.Mode), (_rig.Status.State, _rig.Status.Mode));
        var frame = (await viewer.NextAsync())!;
        Assert.Equal((true, new Resolution(64, 64), SteppingClock.Start.AddMinutes(10)), (frame.IsLive, frame.Size, frame.CapturedAt));
    }

    [Fact]
    public async Task It_starts_the_camera_for_a_photo_and_stops_it_ten_seconds_later()
    {
        await RunAsync();

        Assert.Null(_rig.Hub.TakeLatest());

        var capture = await _rig.Device.OpenedAsync();
        await capture.DeliverAsync();
        Assert.NotNull(_rig.Hub.TakeLatest());
        _rig.Clock.Advance(TimeSpan.FromSeconds(10.01));
        await capture.DeliverAsync();
        await capture.ClosedAsync();
    }

    [Fact]
    public async Task It_stops_the_camera_ten_seconds_after_the_last_viewer_and_forgets_the_picture()
    {
        await RunAsync();
        var viewer = _rig.Hub.Join(isStream: true);
        var capture = await _rig.Device.OpenedAsync();
        await capture.DeliverAsync();

        viewer.Dispose();
        _rig.Clock.Advance(TimeSpan.FromSeconds(10));
        await capture.DeliverAsync();
        Assert.Equal(CameraState.Live, _rig.Status.State);
        _rig.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await capture.DeliverAsync();

        await capture.ClosedAsync();
        await _rig.Logger.SaidAsync(SessionEnded);
        Assert.Equal(CameraState.Idle, _rig.Status.State);
        Assert.Equal("Camera bench is off (NobodyLooks)", _rig.Logger.Messages[^1]);
        await _rig.Clock.SleepersAsync();
        Assert.Null(_rig.Hub.TakeLatest());
    }

    [Fact]
    public async Task Whoever_comes_back_within_ten_seconds_finds_the_camera_running()
    {
        await RunAsync();
        var viewer = _rig.Hub.Join(isStream: true);
        var capture = await _rig.Device.OpenedAsync();
        viewer.Dispose();
        _rig.Clock.Advance(TimeSpan.FromSeconds(9));

        using var again = _rig.Hub.Join(isStream: true);
        _rig.Clock.Advance(TimeSpan.FromSeconds(9));
        await capture.DeliverAsync();

        Assert.Equal((CameraState.Live, 1), (_rig.Status.State, _rig.Device.Attempts));
    }

    [Fact]
    public async Task Always_on_it_keeps_capturing_and_compresses_only_for_somebody()
    {
        _rig.Change(settings => settings with { AlwaysOn = true });
        await RunAsync();
        var capture = await _rig.Device.OpenedAsync();
        await DeliverAsync(capture, 20);
        Assert.Equal((20, 0), (_rig.Status.Captured.Total, _rig.Status.Encoded.Total));

        var viewer = _rig.Hub.Join(isStream: true);
        await DeliverAsync(capture, 20);
        Assert.Equal((40, 20), (_rig.Status.Captured.Total, _rig.Status.Encoded.Total));

        viewer.Dispose();
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeliverAsync(capture, 20);
        Assert.Equal((60, 20), (_rig.Status.Captured.Total, _rig.Status.Encoded.Total));
        Assert.Null(_rig.Hub.TakeLatest());
    }

    [Fact]
    public async Task Switched_off_again_it_stops_when_nobody_looks()
    {
        _rig.Change(settings => settings with { AlwaysOn = true });
        await RunAsync();
        var capture = await _rig.Device.OpenedAsync();
        await capture.DeliverAsync();

        _rig.Change(settings => settings with { AlwaysOn = false });
        await capture.DeliverAsync();

        await capture.ClosedAsync();
    }

    [Fact]
    public async Task How_the_picture_looks_changes_with_the_next_frame()
    {
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        var capture = await _rig.Device.OpenedAsync();
        _rig.Change(settings => settings with { Rotation = 90, Stamp = settings.Stamp with { Enabled = false } });

        await capture.DeliverAsync();

        using var seen = JpegReader.Decode((await viewer.NextAsync())!);
        Assert.Equal("BR/WG", Quadrants.Read(seen.Picture));
        Assert.Equal(1, _rig.Device.Attempts);
    }

    [Fact]
    public async Task Another_size_or_rate_opens_the_camera_anew_with_it()
    {
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        var first = await _rig.Device.OpenedAsync();
        await first.DeliverAsync();

        _rig.Change(settings => settings with { Width = 128 });
        await first.DeliverAsync();
        await first.ClosedAsync();
        var second = await _rig.Device.OpenedAsync();
        await second.DeliverAsync();
        Assert.Equal((new CaptureMode(new Resolution(128, 64), 10), second.Wanted), (second.Wanted, _rig.Status.Mode));

        _rig.Change(settings => settings with { FramesPerSecond = 5 });
        await second.DeliverAsync();
        await second.ClosedAsync();
        Assert.Equal(5, (await _rig.Device.OpenedAsync()).Wanted.FramesPerSecond);
    }

    [Fact]
    public async Task What_the_device_agreed_to_is_told_and_is_no_reason_to_open_it_again()
    {
        _rig.Device.Agrees = new CaptureMode(new Resolution(96, 64), 30);
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        var capture = await _rig.Device.OpenedAsync();

        await DeliverAsync(capture, 5);

        Assert.Equal((capture.Mode, 1), (_rig.Status.Mode, _rig.Device.Attempts));
        Assert.Equal("Camera bench runs on some camera: 96x64 at 30 fps", _rig.Logger.Messages[^1]);
        Assert.Equal(1, _rig.Logger.Count(SessionStarted));
    }

    [Fact]
    public async Task A_frozen_picture_is_covered_by_a_card_while_the_device_is_given_time()
    {
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        var capture = await _rig.Device.OpenedAsync();
        await capture.DeliverAsync();
        (await viewer.NextAsync())!.Release();

        _rig.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("No picture for 1 s", (await viewer.NextAsync())!.NoPicture!.Title);
        await capture.DeliverAsync();
        Assert.True((await viewer.NextAsync())!.IsLive);
    }

    [Fact]
    public async Task It_stops_at_once_when_the_service_does_and_closes_the_camera()
    {
        await RunAsync();
        using var viewer = _rig.Hub.Join(isStream: true);
        var capture = await _rig.Device.OpenedAsync();
        await capture.DeliverAsync();

        await _stopping.CancelAsync();

        await Limit.On(_running!, "the worker ended");
        await capture.ClosedAsync();
    }

    [Fact]
    public async Task It_stops_at_once_while_nobody_looks()
    {
        await RunAsync();
        await _stopping.CancelAsync();
        await Limit.On(_running!, "the worker ended");
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_running is not null)
        {
            await Limit.On(_running.ContinueWith(_ => { }, TaskScheduler.Default), "the worker ended");
        }

        _stopping.Dispose();
        _rig.Dispose();
    }

    // Returns when it sleeps or has opened the camera.
    private async Task RunAsync()
    {
        _running = _rig.CreateWorker().RunAsync(_stopping.Token);
        await _rig.Clock.SleepersAsync();
    }

    // At the rate of the settings.
    private async Task DeliverAsync(ScriptedCapture capture, int frames)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(0.1));
            await capture.DeliverAsync();
        }
    }
}
