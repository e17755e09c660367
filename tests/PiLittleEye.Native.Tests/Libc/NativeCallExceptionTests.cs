using PiLittleEye.Native.Libc;

namespace PiLittleEye.Native.Tests.Libc;

public sealed class NativeCallExceptionTests
{
    [Fact]
    public void It_says_what_was_called_on_what_and_why_it_failed()
    {
        var failure = new NativeCallException("VIDIOC_STREAMON", "/dev/video0", LibcFunctions.EBUSY);
        Assert.Equal("VIDIOC_STREAMON on /dev/video0 failed: Device or resource busy (errno 16)", failure.Message);
    }
}
