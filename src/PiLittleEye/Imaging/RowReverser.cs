using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PiLittleEye.Imaging;

/// <summary>Mirrors one row of bytes.</summary>
internal static class RowReverser
{
    private static readonly Vector128<byte> s_backwards = Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);

    public static void Reverse(ReadOnlySpan<byte> source, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, source.Length);
        ref var end = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), source.Length);
        ref var to = ref MemoryMarshal.GetReference(destination);
        var backwards = s_backwards;
        var done = 0;
        for (; done + 64 <= source.Length; done += 64)
        {
            // Four at a time, because one load and one store an iteration leave the ports idle.
            ref var from = ref Unsafe.Subtract(ref end, done);
            var first = Vector128.LoadUnsafe(ref Unsafe.Subtract(ref from, 16));
            var second = Vector128.LoadUnsafe(ref Unsafe.Subtract(ref from, 32));
            var third = Vector128.LoadUnsafe(ref Unsafe.Subtract(ref from, 48));
            var fourth = Vector128.LoadUnsafe(ref Unsafe.Subtract(ref from, 64));
            ref var into = ref Unsafe.Add(ref to, done);
            Vector128.Shuffle(first, backwards).StoreUnsafe(ref into);
            Vector128.Shuffle(second, backwards).StoreUnsafe(ref into, 16);
            Vector128.Shuffle(third, backwards).StoreUnsafe(ref into, 32);
            Vector128.Shuffle(fourth, backwards).StoreUnsafe(ref into, 48);
        }

        for (; done + 16 <= source.Length; done += 16)
        {
            var block = Vector128.LoadUnsafe(ref Unsafe.Subtract(ref end, done + 16));
            Vector128.Shuffle(block, backwards).StoreUnsafe(ref Unsafe.Add(ref to, done));
        }

        for (; done < source.Length; done++)
        {
            destination[done] = source[source.Length - 1 - done];
        }
    }
}
