using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PiLittleEye.Frames;

namespace PiLittleEye.Imaging;

/// <summary>Packed 4:2:2 (YUYV, UYVY) to I420: luma as it is, colour averaged over two rows, range expanded on the way where asked.</summary>
internal static class PackedPixels
{
    // Two registers of luma in the result, one of each colour. The last block of a row overlaps its neighbour instead of ending in a scalar tail.
    private const int Block = 32;

    private interface IOrder
    {
        static abstract Vector128<byte> Luma(Vector128<byte> a, Vector128<byte> b);

        static abstract Vector128<byte> Chroma(Vector128<byte> a, Vector128<byte> b);
    }

    /// <param name="from">Two bytes a pixel, as many rows as the picture has.</param>
    /// <param name="to">The picture; its size counts.</param>
    /// <param name="order">Of luma and colour within a pixel.</param>
    /// <param name="isLimitedRange">Whether black is 16.</param>
    public static void ToI420(PixelRows from, I420Picture to, PackedOrder order, bool isLimitedRange)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(from.Length, to.Size.Width * 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual(from.Count, to.Size.Height);
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Size.Width, Block);
        switch (order, isLimitedRange)
        {
            case (PackedOrder.LumaFirst, false):
                Convert<Yuyv, Unchanged, Unchanged>(from, to);
                break;
            case (PackedOrder.LumaFirst, true):
                Convert<Yuyv, ExpandedLuma, ExpandedChroma>(from, to);
                break;
            case (_, false):
                Convert<Uyvy, Unchanged, Unchanged>(from, to);
                break;
            default:
                Convert<Uyvy, ExpandedLuma, ExpandedChroma>(from, to);
                break;
        }
    }

    private static void Convert<TOrder, TLuma, TChroma>(PixelRows from, I420Picture to)
        where TOrder : struct, IOrder
        where TLuma : struct, IByteMap
        where TChroma : struct, IByteMap
    {
        var width = to.Size.Width;
        for (var y = 0; y < to.Size.Height; y += 2)
        {
            ConvertRowPair<TOrder, TLuma, TChroma>(
                from.Row(y),
                from.Row(y + 1),
                to.Y.Slice(y * width, width),
                to.Y.Slice((y + 1) * width, width),
                to.U.Slice(y / 2 * (width / 2), width / 2),
                to.V.Slice(y / 2 * (width / 2), width / 2)
            );
        }
    }

    private static void ConvertRowPair<TOrder, TLuma, TChroma>(
        ReadOnlySpan<byte> first,
        ReadOnlySpan<byte> second,
        Span<byte> upper,
        Span<byte> lower,
        Span<byte> u,
        Span<byte> v
    )
        where TOrder : struct, IOrder
        where TLuma : struct, IByteMap
        where TChroma : struct, IByteMap
    {
        for (var x = 0; x < upper.Length; x += Block)
        {
            var at = Math.Min(x, upper.Length - Block);
            var (a0, a1, a2, a3) = Load(first, at * 2);
            var (b0, b1, b2, b3) = Load(second, at * 2);
            Store<TLuma>(TOrder.Luma(a0, a1), upper, at);
            Store<TLuma>(TOrder.Luma(a2, a3), upper, at + 16);
            Store<TLuma>(TOrder.Luma(b0, b1), lower, at);
            Store<TLuma>(TOrder.Luma(b2, b3), lower, at + 16);
            var left = VectorBytes.Average(TOrder.Chroma(a0, a1), TOrder.Chroma(b0, b1));
            var right = VectorBytes.Average(TOrder.Chroma(a2, a3), TOrder.Chroma(b2, b3));
            Store<TChroma>(VectorBytes.Even(left, right), u, at / 2);
            Store<TChroma>(VectorBytes.Odd(left, right), v, at / 2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<byte> A, Vector128<byte> B, Vector128<byte> C, Vector128<byte> D) Load(ReadOnlySpan<byte> row, int at)
    {
        ref var start = ref MemoryMarshal.GetReference(row);
        return (
            Vector128.LoadUnsafe(ref start, (nuint)at),
            Vector128.LoadUnsafe(ref start, (nuint)at + 16),
            Vector128.LoadUnsafe(ref start, (nuint)at + 32),
            Vector128.LoadUnsafe(ref start, (nuint)at + 48)
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TMap>(Vector128<byte> samples, Span<byte> row, int at)
        where TMap : struct, IByteMap => TMap.Map(samples).StoreUnsafe(ref MemoryMarshal.GetReference(row), (nuint)at);

    private readonly struct Yuyv : IOrder
    {
        public static Vector128<byte> Luma(Vector128<byte> a, Vector128<byte> b) => VectorBytes.Even(a, b);

        public static Vector128<byte> Chroma(Vector128<byte> a, Vector128<byte> b) => VectorBytes.Odd(a, b);
    }

    private readonly struct Uyvy : IOrder
    {
        public static Vector128<byte> Luma(Vector128<byte> a, Vector128<byte> b) => VectorBytes.Odd(a, b);

        public static Vector128<byte> Chroma(Vector128<byte> a, Vector128<byte> b) => VectorBytes.Even(a, b);
    }
}
