using PiLittleEye.Cameras;
using PiLittleEye.Cameras.V4l2;
using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Cameras.V4l2;

// What needs a real device is proven in the test guest; here is what every machine can say no to.
public sealed class V4l2SourceTests
{
    [Theory]
    [InlineData("/dev/no-such-video", "NoDevice")]
    [InlineData("/dev/v4l/by-id/usb-nothing-video-index0", "NoDevice")]
    [InlineData("/dev/null", "WrongMode")]
    public void What_is_no_camera_has_a_reason(string device, string fault)
    {
        var source = new V4l2Source(device, TimeProvider.System);

        var opening = Assert.Throws<CameraUnavailableException>(() => source.Open(new CaptureMode(new Resolution(640, 480), 15)));
        var asking = Assert.Throws<CameraUnavailableException>(source.Describe);

        Assert.Equal((fault, fault), (opening.Fault.ToString(), asking.Fault.ToString()));
        Assert.Contains(device, opening.Reason.Explanation, StringComparison.Ordinal);
        Assert.Equal($"v4l2 {device}", source.Name);
    }
}
