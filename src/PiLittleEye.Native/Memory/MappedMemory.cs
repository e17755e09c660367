using System.Runtime.InteropServices;
using PiLittleEye.Native.Libc;

namespace PiLittleEye.Native.Memory;

/// <summary>A mapping that is undone once: anonymous memory, or a buffer that a driver shares with us.</summary>
internal sealed unsafe class MappedMemory : SafeHandle
{
    private const int Protection = LibcFunctions.PROT_READ | LibcFunctions.PROT_WRITE;

    private MappedMemory(void* start, int length)
        : base(-1, ownsHandle: true)
    {
        Length = length;
        SetHandle((nint)start);
    }

    public override bool IsInvalid => handle == -1;

    public int Length { get; }

    public byte* Start => (byte*)handle;

    /// <summary>Zeroed memory on its own pages.</summary>
    /// <exception cref="NativeCallException">The system has none left (ENOMEM).</exception>
    public static MappedMemory Anonymous(int length) =>
        Map(length, LibcFunctions.MAP_PRIVATE | LibcFunctions.MAP_ANONYMOUS, -1, 0, $"{length} bytes");

    /// <summary>Memory of a device, at the offset that its driver named.</summary>
    /// <exception cref="NativeCallException">The driver refused.</exception>
    public static MappedMemory OfDevice(SafeHandle device, int length, nint offset, string name) =>
        Map(length, LibcFunctions.MAP_SHARED, (int)device.DangerousGetHandle(), offset, name);

    protected override bool ReleaseHandle() => LibcFunctions.munmap((void*)handle, (nuint)Length) == 0;

    private static MappedMemory Map(int length, int flags, int fd, nint offset, string subject)
    {
        var start = LibcFunctions.mmap(null, (nuint)length, Protection, flags, fd, offset);
        return start != (void*)-1 ? new MappedMemory(start, length) : throw NativeCallException.FromLastError("mmap", subject);
    }
}
