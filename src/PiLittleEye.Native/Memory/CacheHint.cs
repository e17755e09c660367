using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace PiLittleEye.Native.Memory;

/// <summary>Tells the processor which memory will be read soon. Only a hint: any address is allowed, and nothing is changed by it.</summary>
internal static unsafe class CacheHint
{
    /// <summary>.NET has a word for it on x86 alone; elsewhere it does nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ReadSoon(ref byte line)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref line));
        }
    }
}
