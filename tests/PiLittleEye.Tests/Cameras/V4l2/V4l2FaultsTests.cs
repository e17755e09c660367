using PiLittleEye.Cameras;
using PiLittleEye.Cameras.V4l2;
using PiLittleEye.Native.Libc;

namespace PiLittleEye.Tests.Cameras.V4l2;

public sealed class V4l2FaultsTests
{
    [Theory]
    [InlineData(2, "NoDevice")] // ENOENT
    [InlineData(6, "NoDevice")] // ENXIO
    [InlineData(19, "NoDevice")] // ENODEV
    [InlineData(16, "Busy")] // EBUSY
    [InlineData(13, "NoPermission")] // EACCES
    [InlineData(1, "NoPermission")] // EPERM
    [InlineData(28, "NoBandwidth")] // ENOSPC
    [InlineData(25, "WrongMode")] // ENOTTY
    [InlineData(32, "WrongMode")] // EPIPE
    [InlineData(22, "WrongMode")] // EINVAL
    [InlineData(5, "NoFrames")] // EIO
    [InlineData(71, "NoFrames")] // EPROTO
    [InlineData(110, "NoFrames")] // ETIMEDOUT
    public void A_call_that_fails_while_opening_has_a_meaning(int errno, string fault) =>
        Assert.Equal(fault, Explain(errno, isCapturing: false).Fault.ToString());

    [Theory]
    [InlineData(19, "Unplugged")] // ENODEV
    [InlineData(5, "NoFrames")] // EIO
    [InlineData(22, "NoFrames")] // EINVAL
    public void A_call_that_fails_while_capturing_may_have_another(int errno, string fault) =>
        Assert.Equal(fault, Explain(errno, isCapturing: true).Fault.ToString());

    [Fact]
    public void The_device_is_named_and_the_call_is_kept_for_the_log()
    {
        var unavailable = Explain(28, isCapturing: false);

        Assert.Contains("/dev/video9", unavailable.Reason.Explanation, StringComparison.Ordinal);
        Assert.Equal("VIDIOC_STREAMON", Assert.IsType<NativeCallException>(unavailable.InnerException).Call);
    }

    [Fact]
    public void A_holder_that_cannot_be_seen_is_said_to_be_so() =>
        Assert.Contains("sudo fuser -v /dev/video9", Explain(16, isCapturing: false).Reason.Explanation, StringComparison.Ordinal);

    private static CameraUnavailableException Explain(int errno, bool isCapturing) =>
        V4l2Faults.Explain(new NativeCallException("VIDIOC_STREAMON", "/dev/video9", errno), "/dev/video9", isCapturing);
}
