using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PiLittleEye.Imaging;

/// <summary>What the conversions need of sixteen bytes at a time and <see cref="Vector128"/> does not name. Little-endian, as all our machines are.</summary>
internal static class VectorBytes
{
    /// <summary>Bytes 0, 2, 4, … of two vectors in a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Even(Vector128<byte> first, Vector128<byte> second) =>
        Vector128.Narrow(first.AsUInt16() & Vector128.Create((ushort)0xff), second.AsUInt16() & Vector128.Create((ushort)0xff));

    /// <summary>Bytes 1, 3, 5, … of two vectors in a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Odd(Vector128<byte> first, Vector128<byte> second) =>
        Vector128.Narrow(first.AsUInt16() >> 8, second.AsUInt16() >> 8);

    /// <summary>(a + b + 1) / 2 without a ninth bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Average(Vector128<byte> a, Vector128<byte> b) => (a | b) - ((a ^ b) >> 1);

    /// <summary>For each two neighbours in each of two rows: (a + b + c + d + 2) / 4, in the lower halves of the sixteen-bit lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<ushort> AverageOfFour(Vector128<byte> row, Vector128<byte> next) =>
        (SumOfTwo(row) + SumOfTwo(next) + Vector128.Create((ushort)2)) >> 2;

    /// <summary>The first eight bytes, each twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> DoubleLower(Vector128<byte> bytes) => Doubled(Vector128.WidenLower(bytes));

    /// <summary>The last eight bytes, each twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> DoubleUpper(Vector128<byte> bytes) => Doubled(Vector128.WidenUpper(bytes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Doubled(Vector128<ushort> wide) => (wide | (wide << 8)).AsByte();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> SumOfTwo(Vector128<byte> row) =>
        (row.AsUInt16() & Vector128.Create((ushort)0xff)) + (row.AsUInt16() >> 8);
}
