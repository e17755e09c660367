using PiLittleEye.Cameras;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class CaptureSessionTests : IDisposable
{
    private static readonly byte[] s_damaged = [0xff, 0xd8, 0xff];

    private readonly CameraRig _rig = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly FrameViewer _viewer;
    private readonly List<CaptureMode> _firstFrames = [];

    public CaptureSessionTests() => _viewer = _rig.Hub.Join(isStream: true);

    [Fact]
    public async Task Damaged_frames_are_skipped_as_long_as_good_ones_come_between()
    {
        var running = Run();
        var capture = await _rig.Device.OpenedAsync();
        for (var round = 0; round < 3; round++)
        {
            await DeliverAsync(capture, 29, s_damaged);
            await DeliverAsync(capture, 1, JpegReader.Sample("422"));
        }

        Assert.False(running.IsCompleted);
        Assert.Equal((90, 3), (_rig.Status.Captured.Total, _rig.Status.Encoded.Total));
    }

    [Fact]
    public async Task Thirty_damaged_frames_in_a_row_are_a_fault()
    {
        var running = Run();
        var capture = await _rig.Device.OpenedAsync();

        await DeliverAsync(capture, 30, s_damaged);

        var fault = await Assert.ThrowsAsync<CameraUnavailableException>(() => Limit.On(running, "the session ended"));
        Assert.Equal(CameraFault.ShortFrame, fault.Fault);
        await capture.ClosedAsync();
    }

    [Fact]
    public async Task A_device_that_is_faster_than_wanted_is_compressed_at_the_rate_wanted()
    {
        _ = Run();
        var capture = await _rig.Device.OpenedAsync();
        for (var frame = 0; frame < 90; frame++)
        {
            await capture.DeliverAsync();
            _rig.Clock.Advance(TimeSpan.FromSeconds(1 / 30.0));
        }

        Assert.Equal((90, 30), (_rig.Status.Captured.Total, _rig.Status.Encoded.Total));
    }

    [Fact]
    public async Task The_first_frame_is_told_once_with_what_the_device_agreed_to()
    {
        _rig.Device.Agrees = new CaptureMode(new Resolution(96, 64), 30);
        _ = Run();
        var capture = await _rig.Device.OpenedAsync();
        Assert.Empty(_firstFrames);

        await DeliverAsync(capture, 3, JpegReader.Sample("422"));

        Assert.Equal([capture.Mode], _firstFrames);
    }

    [Fact]
    public async Task A_camera_that_cannot_be_opened_ends_it_with_the_reason()
    {
        _rig.Device.CannotOpen = new CameraUnavailableException(CameraFault.Busy);
        var fault = await Assert.ThrowsAsync<CameraUnavailableException>(() => Limit.On(Run(), "the session ended"));
        Assert.Equal(CameraFault.Busy, fault.Fault);
    }

    [Fact]
    public async Task Whatever_goes_wrong_the_camera_is_closed_and_the_supervisor_hears_of_it()
    {
        var running = Run();
        var capture = await _rig.Device.OpenedAsync();

        await capture.FailAsync(new InvalidOperationException("a bug"));

        await capture.ClosedAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Limit.On(running, "the session ended"));
    }

    [Fact]
    public async Task It_ends_when_the_service_stops_even_while_no_frame_comes()
    {
        var running = Run();
        var capture = await _rig.Device.OpenedAsync();

        await _stopping.CancelAsync();

        Assert.Equal(SessionEnd.Stopping, await Limit.On(running, "the session ended"));
        await capture.ClosedAsync();
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        _viewer.Dispose();
        _rig.Dispose();
    }

    private Task<SessionEnd> Run() =>
        new CaptureSession(
            _rig.Camera,
            _rig.Heartbeats.Add("some session", TimeSpan.FromMinutes(1)),
            TimeZoneInfo.Utc,
            _firstFrames.Add,
            _stopping.Token
        ).RunAsync();

    private async Task DeliverAsync(ScriptedCapture capture, int frames, byte[] jpeg)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(0.1));
            await capture.DeliverAsync(jpeg);
        }
    }
}
