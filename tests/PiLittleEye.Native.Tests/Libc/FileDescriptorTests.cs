using PiLittleEye.Native.Libc;

namespace PiLittleEye.Native.Tests.Libc;

public sealed class FileDescriptorTests
{
    // From asm-generic/fcntl.h, octal as /proc writes flags: O_CLOEXEC, O_NONBLOCK, O_RDWR; O_LARGEFILE is always there on 64 bits.
    private const string Flags = "02104002";

    [Fact]
    public void It_is_open_for_reading_and_writing_never_blocks_and_no_child_inherits_it()
    {
        using var descriptor = FileDescriptor.Open("/dev/zero");

        var info = File.ReadAllText($"/proc/self/fdinfo/{descriptor.DangerousGetHandle()}");

        Assert.Contains(Flags, info, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/no-such-device", 2)]
    [InlineData("/dev/zero/below", 20)]
    [InlineData("", 2)]
    [InlineData("/dev/kämera", 2)]
    public void What_cannot_be_opened_is_named_with_the_reason(string path, int errno)
    {
        var failure = Assert.Throws<NativeCallException>(() => FileDescriptor.Open(path));
        Assert.Equal(("open", path, errno), (failure.Call, failure.Subject, failure.Errno));
    }

    [Fact]
    public void Closed_twice_is_closed_once()
    {
        var descriptor = FileDescriptor.Open("/dev/zero");
        descriptor.Dispose();
        descriptor.Dispose();
        Assert.True(descriptor.IsClosed);
    }
}
