using System.Runtime.InteropServices;
using System.Text;

namespace PiLittleEye.Native.Libc;

/// <summary>An open file descriptor that is closed once, whatever happens.</summary>
internal sealed unsafe class FileDescriptor : SafeHandle
{
    private FileDescriptor(int fd)
        : base(-1, ownsHandle: true) => SetHandle(fd);

    public override bool IsInvalid => handle < 0;

    /// <summary>Opens a device for reading and writing, never blocking and never inherited by a child.</summary>
    /// <exception cref="NativeCallException">With the errno of open(2).</exception>
    public static FileDescriptor Open(string path)
    {
        var name = new byte[Encoding.UTF8.GetByteCount(path) + 1];
        Encoding.UTF8.GetBytes(path, name);
        fixed (byte* pointer = name)
        {
            int fd;
            do
            {
                fd = LibcFunctions.open(pointer, LibcFunctions.O_RDWR | LibcFunctions.O_NONBLOCK | LibcFunctions.O_CLOEXEC);
            } while (fd < 0 && Marshal.GetLastPInvokeError() == LibcFunctions.EINTR);

            return fd >= 0 ? new FileDescriptor(fd) : throw NativeCallException.FromLastError("open", path);
        }
    }

    protected override bool ReleaseHandle() => LibcFunctions.close((int)handle) == 0;
}
