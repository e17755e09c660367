using PiLittleEye.Cameras;
using PiLittleEye.Health;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class CamerasReportTests : IAsyncLifetime
{
    private static readonly CaptureMode s_mode = new(Some.Size, 10);

    private readonly CameraRig _rig = new();
    private readonly CameraRig _other = new();
    private readonly StatusLine _status = new();
    private readonly Readiness _readiness = new();

    public async ValueTask InitializeAsync() => await ReportOn(_rig.Camera);

    public ValueTask DisposeAsync()
    {
        _rig.Dispose();
        _other.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void A_camera_that_nobody_has_asked_yet_is_not_ready()
    {
        Assert.False(_readiness.IsReady);
        _rig.Status.Becomes(CameraState.Starting);
        Assert.False(_readiness.IsReady);
    }

    [Fact]
    public void One_that_answered_is_ready_also_while_it_is_off_or_starts()
    {
        _rig.Status.Description = _rig.Device.Describe();
        Assert.All(
            new[] { CameraState.Idle, CameraState.Starting, CameraState.Live },
            state =>
            {
                _rig.Status.Becomes(state);
                Assert.True(_readiness.IsReady);
            }
        );
        _rig.Status.Becomes(CameraState.Unavailable, reason: Some.Reason);
        Assert.False(_readiness.IsReady);
    }

    [Fact]
    public async Task All_of_several_must_be_ready()
    {
        await ReportOn(_other.Camera);
        _rig.Status.Description = _rig.Device.Describe();
        Assert.False(_readiness.IsReady);
        _other.Status.Description = _other.Device.Describe();
        Assert.True(_readiness.IsReady);
    }

    [Fact]
    public void The_status_line_tells_its_rate_or_what_it_lacks()
    {
        Assert.Equal("idle", _status.Text);
        _rig.Status.Becomes(CameraState.Unavailable, reason: Some.Reason);
        Assert.Equal("some-code", _status.Text);
        _rig.Status.Becomes(CameraState.Live, s_mode);
        Assert.Equal("0.0 fps", _status.Text);
    }

    private Task ReportOn(params Camera[] cameras) =>
        new CamerasReport(new CameraList(cameras), _status, _readiness).StartAsync(TestContext.Current.CancellationToken);
}
