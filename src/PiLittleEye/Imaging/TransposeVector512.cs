using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PiLittleEye.Imaging;

/// <summary>Sixty-four rows at a time, where AVX-512 is and does not slow the processor down: every store is a whole cache line.</summary>
internal readonly struct TransposeVector512 : ITransposeVector<Vector512<byte>>
{
    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512BW.IsSupported;

    public static int Rows => 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load(ref byte row, nint stride) =>
        Vector512.Create(TransposeVector256.Load(ref row, stride), TransposeVector256.Load(ref Unsafe.Add(ref row, 32 * stride), stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Low(Vector512<byte> left, Vector512<byte> right) => Avx512BW.UnpackLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> High(Vector512<byte> left, Vector512<byte> right) => Avx512BW.UnpackHigh(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<byte> vector, ref byte to) => vector.StoreUnsafe(ref to);
}
