using PiLittleEye.Cameras;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class CameraProbeTests : IDisposable
{
    private readonly CameraRig _rig = new();
    private readonly CameraProbe _probe;

    public CameraProbeTests() => _probe = new CameraProbe(_rig.Camera);

    [Fact]
    public async Task A_camera_that_answers_is_idle_and_known()
    {
        await _probe.AskAsync();
        Assert.Equal((CameraState.Idle, "Some camera"), (_rig.Status.State, _rig.Status.Description!.Model));
    }

    [Fact]
    public async Task One_that_does_not_is_unavailable_with_the_reason()
    {
        _rig.Device.CannotDescribe = new CameraUnavailableException(CameraFault.NoPermission);

        await _probe.AskAsync();

        Assert.Equal(
            (CameraState.Unavailable, "no-permission", null),
            (_rig.Status.State, _rig.Status.Reason!.Code, _rig.Status.Description)
        );
    }

    [Fact]
    public async Task What_is_known_is_not_asked_for_again()
    {
        await _probe.AskAgainIfUnknownAsync();
        _rig.Device.CannotDescribe = new CameraUnavailableException(CameraFault.NoDevice);

        await _probe.AskAgainIfUnknownAsync();

        Assert.NotNull(_rig.Status.Description);
    }

    [Theory]
    [InlineData(CameraFault.NoDevice, false)]
    [InlineData(CameraFault.Unplugged, false)]
    [InlineData(CameraFault.StackMissing, false)]
    [InlineData(CameraFault.WrongMode, false)]
    [InlineData(CameraFault.Busy, true)]
    [InlineData(CameraFault.NoFrames, true)]
    [InlineData(CameraFault.ShortFrame, true)]
    public async Task After_a_fault_that_may_bring_another_device_nothing_is_known_any_more(object fault, bool isKnown)
    {
        await _probe.AskAsync();
        _probe.Forget((CameraFault)fault);
        Assert.Equal(isKnown, _rig.Status.Description is not null);
    }

    public void Dispose() => _rig.Dispose();
}
