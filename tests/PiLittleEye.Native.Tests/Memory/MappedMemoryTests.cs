using Microsoft.Win32.SafeHandles;
using PiLittleEye.Native.Libc;
using PiLittleEye.Native.Memory;

namespace PiLittleEye.Native.Tests.Memory;

public sealed class MappedMemoryTests
{
    [Fact]
    public void A_driver_that_refuses_is_named_with_its_reason()
    {
        using var nothing = new SafeFileHandle(-1, ownsHandle: false);

        var failure = Assert.Throws<NativeCallException>(() => MappedMemory.OfDevice(nothing, 4096, 0, "/dev/video9"));

        Assert.Equal(("mmap", "/dev/video9", 9), (failure.Call, failure.Subject, failure.Errno));
    }
}
