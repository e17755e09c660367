using PiLittleEye.Native.Libc;

namespace PiLittleEye.Native.Memory;

/// <summary>How malloc(3), with which libraries and the runtime itself get their memory, deals with what was freed.</summary>
internal static class AllocatorHabits
{
    // The just-in-time compiler works on blocks of this size and frees them; by default they stay with the process, torn by small things
    // that live on (measured at ten viewers: 4.5 MB).
    private const int Large = 64 * 1024;

    /// <summary>
    /// Large blocks are mapped one by one, and so go back to the system when they are freed. To be called early: what was allocated
    /// before stays as it is. Setting the limits also keeps glibc from raising them by itself, up to 32 MB.
    /// </summary>
    public static void GiveBackWhatIsFreed()
    {
        // Not fatal: without it the process is only larger.
        _ = LibcFunctions.mallopt(LibcFunctions.M_MMAP_THRESHOLD, Large);
        _ = LibcFunctions.mallopt(LibcFunctions.M_TRIM_THRESHOLD, Large);
    }
}
