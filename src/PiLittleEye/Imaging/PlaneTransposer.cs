using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PiLittleEye.Imaging;

/// <summary>Makes rows of bytes into columns, sixteen by sixteen in registers, tile by tile so that both sides stay in the cache.</summary>
internal static class PlaneTransposer
{
    // Source tile and destination tile together fill half of a Cortex-A53's 32 KiB first-level cache.
    private const int Tile = 64;
    private const int Block = 16;

    /// <param name="source">Top left byte of <paramref name="width"/> x <paramref name="height"/>, rows without padding.</param>
    /// <param name="destination">Top left byte of the transposed plane.</param>
    /// <param name="width">Of the source, in bytes.</param>
    /// <param name="height">Of the source, in rows.</param>
    /// <param name="readsBottomUp">The source's last row becomes the first column.</param>
    /// <param name="writesBottomUp">The source's first column becomes the last row.</param>
    public static void Transpose(ref byte source, ref byte destination, int width, int height, bool readsBottomUp, bool writesBottomUp)
    {
        nint sourceStride = width;
        nint destinationStride = height;
        ref var from = ref source;
        ref var to = ref destination;
        if (readsBottomUp)
        {
            from = ref Unsafe.Add(ref source, (height - 1) * sourceStride);
            sourceStride = -sourceStride;
        }

        if (writesBottomUp)
        {
            to = ref Unsafe.Add(ref destination, (width - 1) * destinationStride);
            destinationStride = -destinationStride;
        }

        if (width < Block || height < Block)
        {
            TransposeSmall(ref from, sourceStride, ref to, destinationStride, width, height);
            return;
        }

        for (var tileY = 0; tileY < height; tileY += Tile)
        {
            var bottom = Math.Min(tileY + Tile, height);
            for (var tileX = 0; tileX < width; tileX += Tile)
            {
                var right = Math.Min(tileX + Tile, width);
                for (var x = tileX; x < right; x += Block)
                {
                    // The last block of a row or column overlaps its neighbour instead of leaving a scalar rest.
                    nint column = Math.Min(x, width - Block);
                    for (var y = tileY; y < bottom; y += Block)
                    {
                        nint row = Math.Min(y, height - Block);
                        TransposeBlock(
                            ref Unsafe.Add(ref from, (row * sourceStride) + column),
                            sourceStride,
                            ref Unsafe.Add(ref to, (column * destinationStride) + row),
                            destinationStride
                        );
                    }
                }
            }
        }
    }

    private static void TransposeSmall(ref byte from, nint sourceStride, ref byte to, nint destinationStride, int width, int height)
    {
        for (nint y = 0; y < height; y++)
        {
            for (nint x = 0; x < width; x++)
            {
                Unsafe.Add(ref to, (x * destinationStride) + y) = Unsafe.Add(ref from, (y * sourceStride) + x);
            }
        }
    }

    /// <summary>Four rounds of perfect shuffles: each interleaves row i with row i+8, and after four every byte has changed row for column.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeBlock(ref byte s, nint ss, ref byte d, nint ds)
    {
        var a0 = Row(ref s, 0 * ss);
        var a1 = Row(ref s, 1 * ss);
        var a2 = Row(ref s, 2 * ss);
        var a3 = Row(ref s, 3 * ss);
        var a4 = Row(ref s, 4 * ss);
        var a5 = Row(ref s, 5 * ss);
        var a6 = Row(ref s, 6 * ss);
        var a7 = Row(ref s, 7 * ss);
        var a8 = Row(ref s, 8 * ss);
        var a9 = Row(ref s, 9 * ss);
        var aA = Row(ref s, 10 * ss);
        var aB = Row(ref s, 11 * ss);
        var aC = Row(ref s, 12 * ss);
        var aD = Row(ref s, 13 * ss);
        var aE = Row(ref s, 14 * ss);
        var aF = Row(ref s, 15 * ss);

        for (var round = 0; round < 3; round++)
        {
            var (b0, b1) = (Low(a0, a8), High(a0, a8));
            var (b2, b3) = (Low(a1, a9), High(a1, a9));
            var (b4, b5) = (Low(a2, aA), High(a2, aA));
            var (b6, b7) = (Low(a3, aB), High(a3, aB));
            var (b8, b9) = (Low(a4, aC), High(a4, aC));
            var (bA, bB) = (Low(a5, aD), High(a5, aD));
            var (bC, bD) = (Low(a6, aE), High(a6, aE));
            var (bE, bF) = (Low(a7, aF), High(a7, aF));
            (a0, a1, a2, a3, a4, a5, a6, a7) = (b0, b1, b2, b3, b4, b5, b6, b7);
            (a8, a9, aA, aB, aC, aD, aE, aF) = (b8, b9, bA, bB, bC, bD, bE, bF);
        }

        Low(a0, a8).StoreUnsafe(ref d);
        High(a0, a8).StoreUnsafe(ref Unsafe.Add(ref d, ds));
        Low(a1, a9).StoreUnsafe(ref Unsafe.Add(ref d, 2 * ds));
        High(a1, a9).StoreUnsafe(ref Unsafe.Add(ref d, 3 * ds));
        Low(a2, aA).StoreUnsafe(ref Unsafe.Add(ref d, 4 * ds));
        High(a2, aA).StoreUnsafe(ref Unsafe.Add(ref d, 5 * ds));
        Low(a3, aB).StoreUnsafe(ref Unsafe.Add(ref d, 6 * ds));
        High(a3, aB).StoreUnsafe(ref Unsafe.Add(ref d, 7 * ds));
        Low(a4, aC).StoreUnsafe(ref Unsafe.Add(ref d, 8 * ds));
        High(a4, aC).StoreUnsafe(ref Unsafe.Add(ref d, 9 * ds));
        Low(a5, aD).StoreUnsafe(ref Unsafe.Add(ref d, 10 * ds));
        High(a5, aD).StoreUnsafe(ref Unsafe.Add(ref d, 11 * ds));
        Low(a6, aE).StoreUnsafe(ref Unsafe.Add(ref d, 12 * ds));
        High(a6, aE).StoreUnsafe(ref Unsafe.Add(ref d, 13 * ds));
        Low(a7, aF).StoreUnsafe(ref Unsafe.Add(ref d, 14 * ds));
        High(a7, aF).StoreUnsafe(ref Unsafe.Add(ref d, 15 * ds));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Row(ref byte start, nint offset) => Vector128.LoadUnsafe(ref Unsafe.Add(ref start, offset));

    // Interleaving is one instruction on both architectures, but Vector128 has no portable word for it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Low(Vector128<byte> left, Vector128<byte> right) =>
        Sse2.IsSupported ? Sse2.UnpackLow(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(left, right)
        : Interleave(left.GetLower(), right.GetLower());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> High(Vector128<byte> left, Vector128<byte> right) =>
        Sse2.IsSupported ? Sse2.UnpackHigh(left, right)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(left, right)
        : Interleave(left.GetUpper(), right.GetUpper());

    // Widening puts each byte into the low half of a 16-bit lane; the right-hand bytes go into the high halves.
    private static Vector128<byte> Interleave(Vector64<byte> left, Vector64<byte> right)
    {
        var low = Vector128.WidenLower(left.ToVector128());
        var high = Vector128.WidenLower(right.ToVector128());
        var both = low | (high << 8);
        return (BitConverter.IsLittleEndian ? both : (low << 8) | high).AsByte();
    }
}
