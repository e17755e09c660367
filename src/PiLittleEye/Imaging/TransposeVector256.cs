using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace PiLittleEye.Imaging;

/// <summary>Thirty-two rows at a time, where AVX2 is: half of the interleaving, and half as many stores of twice the length.</summary>
internal readonly struct TransposeVector256 : ITransposeVector<Vector256<byte>>
{
    public static bool IsSupported => Avx2.IsSupported;

    public static int Rows => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(ref byte row, nint stride) =>
        Vector256.Create(Vector128.LoadUnsafe(ref row), Vector128.LoadUnsafe(ref Unsafe.Add(ref row, 16 * stride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Low(Vector256<byte> left, Vector256<byte> right) => Avx2.UnpackLow(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> High(Vector256<byte> left, Vector256<byte> right) => Avx2.UnpackHigh(left, right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<byte> vector, ref byte to) => vector.StoreUnsafe(ref to);
}
