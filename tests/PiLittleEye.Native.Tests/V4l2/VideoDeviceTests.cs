using PiLittleEye.Native.Libc;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Native.Tests.V4l2;

// What needs a real device is proven in the test guest; here is what every machine can say no to.
public sealed class VideoDeviceTests
{
    [Fact]
    public void A_device_that_is_not_there_says_so_with_call_and_errno()
    {
        var refusal = Assert.Throws<NativeCallException>(() => VideoDevice.Open("/dev/no-such-video"));

        Assert.Equal(("open", 2), (refusal.Call, refusal.Errno));
    }

    [Fact]
    public void A_device_that_is_no_camera_is_refused_and_closed()
    {
        var before = Directory.GetFiles("/proc/self/fd").Length;

        for (var i = 0; i < 300; i++)
        {
            var refusal = Assert.Throws<NativeCallException>(() => VideoDevice.Open("/dev/null"));
            Assert.Equal(("VIDIOC_QUERYCAP", LibcFunctions.ENOTTY), (refusal.Call, refusal.Errno));
        }

        // Other tests open files meanwhile, but not three hundred.
        Assert.InRange(Directory.GetFiles("/proc/self/fd").Length, 0, before + 150);
    }
}
