using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PiLittleEye.Imaging;

/// <summary>Sixteen rows at a time, on every machine; what a Raspberry Pi uses.</summary>
internal readonly struct TransposeVector128 : ITransposeVector<Vector128<byte>>
{
    public static int Rows => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load(ref byte row, nint stride) => Vector128.LoadUnsafe(ref row);

    // Interleaving is one instruction on both architectures, but Vector128 has no portable word for it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Low(Vector128<byte> left, Vector128<byte> right) =>
        Sse2.IsSupported ? Sse2.UnpackLow(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right)
        : Interleave(left.GetLower(), right.GetLower());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> High(Vector128<byte> left, Vector128<byte> right) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right)
        : Interleave(left.GetUpper(), right.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<byte> vector, ref byte to) => vector.StoreUnsafe(ref to);

    // Widening puts each byte into the low half of a 16-bit lane; the right-hand bytes go into the high halves.
    private static Vector128<byte> Interleave(Vector64<byte> left, Vector64<byte> right)
    {
        var low = Vector128.WidenLower(left.ToVector128());
        var high = Vector128.WidenLower(right.ToVector128());
        var both = low | (high << 8);
        return (BitConverter.IsLittleEndian ? both : (low << 8) | high).AsByte();
    }
}
