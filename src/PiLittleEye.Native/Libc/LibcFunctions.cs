using System.Runtime.InteropServices;

namespace PiLittleEye.Native.Libc;

/// <summary>Declarations of the C library, native names kept; man pages 2 and 3 say the rest. Nobody outside this project calls them.</summary>
internal static unsafe partial class LibcFunctions
{
    // From asm-generic/fcntl.h and poll.h: the same on x86-64, arm and arm64.
    public const int O_RDWR = 2;
    public const int O_NONBLOCK = 0x800;
    public const int O_CLOEXEC = 0x80000;
    public const int F_GETFL = 3;
    public const int F_SETFL = 4;
    public const int F_SETPIPE_SZ = 1031;
    public const short POLLIN = 1;
    public const short POLLPRI = 2;
    public const short POLLERR = 8;
    public const short POLLHUP = 16;
    public const short POLLNVAL = 32;
    public const int PROT_READ = 1;
    public const int PROT_WRITE = 2;
    public const int MAP_SHARED = 1;
    public const int MAP_PRIVATE = 2;
    public const int MAP_ANONYMOUS = 0x20;
    public const int MADV_DONTNEED = 4;
    public const int SIGINT = 2;
    public const int CLOCK_MONOTONIC = 1;

    // From malloc.h.
    public const int M_TRIM_THRESHOLD = -1;
    public const int M_MMAP_THRESHOLD = -3;

    public const int EPERM = 1;
    public const int ENOENT = 2;
    public const int EINTR = 4;
    public const int EIO = 5;
    public const int ENXIO = 6;
    public const int EAGAIN = 11;
    public const int EACCES = 13;
    public const int EBUSY = 16;
    public const int ENODEV = 19;
    public const int EINVAL = 22;
    public const int ENOTTY = 25;
    public const int ENOSPC = 28;
    public const int EPIPE = 32;
    public const int EPROTO = 71;
    public const int ETIMEDOUT = 110;

    private const string C = "libc";

    [LibraryImport(C, SetLastError = true)]
    public static partial int open(byte* path, int flags);

    [LibraryImport(C, SetLastError = true)]
    public static partial int close(int fd);

    [LibraryImport(C, SetLastError = true)]
    public static partial nint read(int fd, byte* buffer, nuint count);

    [LibraryImport(C, SetLastError = true)]
    public static partial int ioctl(int fd, nuint request, void* argument);

    [LibraryImport(C, SetLastError = true)]
    public static partial int fcntl(int fd, int command, int argument);

    [LibraryImport(C, SetLastError = true)]
    public static partial int poll(PollFd* fds, nuint count, int timeoutMilliseconds);

    [LibraryImport(C, SetLastError = true)]
    public static partial void* mmap(void* address, nuint length, int protection, int flags, int fd, nint offset);

    [LibraryImport(C, SetLastError = true)]
    public static partial int munmap(void* address, nuint length);

    [LibraryImport(C, SetLastError = true)]
    public static partial int madvise(void* address, nuint length, int advice);

    [LibraryImport(C)]
    public static partial int mallopt(int option, int value);

    [LibraryImport(C, SetLastError = true)]
    public static partial int kill(int pid, int signal);

    [StructLayout(LayoutKind.Sequential)]
    internal struct PollFd
    {
        public int Fd;
        public short Events;
        public short Revents;
    }
}
