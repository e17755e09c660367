using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PiLittleEye.Native.Memory;

namespace PiLittleEye.Imaging;

/// <summary>Makes rows of bytes into columns, in blocks that fit the registers, strip by strip so that both sides stay in the cache.</summary>
internal static class PlaneTransposer
{
    // Rows of a strip. So many cache lines of the source and what is written of the destination are half of a Cortex-A53's 32 KiB
    // first-level cache; with twice as many, rows of 1280 bytes fall onto each other in an EPYC's.
    private const int Strip = 128;

    // Reading goes down the rows, which no hardware foresees; this far to the right of what is read now (measured: a quarter faster).
    private const int Ahead = 128;

    // A smaller plane is in the second-level cache of whoever has just captured it, and asking only costs.
    private const int LeastToForesee = 512 * 1024;
    private const int Columns = 16;

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

        if (width < Columns || height < TransposeVector128.Rows)
        {
            TransposeSmall(ref from, sourceStride, ref to, destinationStride, width, height);
        }
        else if (TransposeVector512.IsSupported && height >= TransposeVector512.Rows)
        {
            TransposeBlocks<Vector512<byte>, TransposeVector512>(ref from, sourceStride, ref to, destinationStride, width, height);
        }
        else if (TransposeVector256.IsSupported && height >= TransposeVector256.Rows)
        {
            TransposeBlocks<Vector256<byte>, TransposeVector256>(ref from, sourceStride, ref to, destinationStride, width, height);
        }
        else
        {
            TransposeBlocks<Vector128<byte>, TransposeVector128>(ref from, sourceStride, ref to, destinationStride, width, height);
        }
    }

    private static void TransposeBlocks<TVector, TWidth>(
        ref byte from,
        nint sourceStride,
        ref byte to,
        nint destinationStride,
        int width,
        int height
    )
        where TVector : struct
        where TWidth : struct, ITransposeVector<TVector>
    {
        var foresees = width * height >= LeastToForesee;
        for (var top = 0; top < height; top += Strip)
        {
            var bottom = Math.Min(top + Strip, height);
            for (var x = 0; x < width; x += Columns)
            {
                // The last block of a row or column overlaps its neighbour instead of leaving a scalar rest.
                nint column = Math.Min(x, width - Columns);
                for (var y = top; y < bottom; y += TWidth.Rows)
                {
                    nint row = Math.Min(y, height - TWidth.Rows);
                    if (foresees)
                    {
                        Foresee(ref from, sourceStride, x, row, TWidth.Rows);
                    }

                    TransposeBlock<TVector, TWidth>(
                        ref Unsafe.Add(ref from, (row * sourceStride) + column),
                        sourceStride,
                        ref Unsafe.Add(ref to, (column * destinationStride) + row),
                        destinationStride
                    );
                }
            }
        }
    }

    // Four blocks side by side share the lines of their rows, so each asks for the lines of a quarter of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Foresee(ref byte from, nint stride, int x, nint row, int rows)
    {
        nint first = row + (x / Columns % 4 * (rows / 4));
        ref var line = ref Unsafe.Add(ref from, (first * stride) + x + Ahead);
        for (var i = 0; i < rows / 4; i++)
        {
            CacheHint.ReadSoon(ref Unsafe.Add(ref line, i * stride));
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

    /// <summary>
    /// Four rounds of perfect shuffles: each interleaves row i with row i+8, and after four every byte has changed row for column.
    /// Written out, because the compiler keeps a loop's sixteen registers in memory between its rounds (measured: a tenth slower).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeBlock<TVector, TWidth>(ref byte s, nint ss, ref byte d, nint ds)
        where TVector : struct
        where TWidth : struct, ITransposeVector<TVector>
    {
        var a0 = TWidth.Load(ref s, ss);
        var a1 = TWidth.Load(ref Unsafe.Add(ref s, ss), ss);
        var a2 = TWidth.Load(ref Unsafe.Add(ref s, 2 * ss), ss);
        var a3 = TWidth.Load(ref Unsafe.Add(ref s, 3 * ss), ss);
        var a4 = TWidth.Load(ref Unsafe.Add(ref s, 4 * ss), ss);
        var a5 = TWidth.Load(ref Unsafe.Add(ref s, 5 * ss), ss);
        var a6 = TWidth.Load(ref Unsafe.Add(ref s, 6 * ss), ss);
        var a7 = TWidth.Load(ref Unsafe.Add(ref s, 7 * ss), ss);
        var a8 = TWidth.Load(ref Unsafe.Add(ref s, 8 * ss), ss);
        var a9 = TWidth.Load(ref Unsafe.Add(ref s, 9 * ss), ss);
        var aA = TWidth.Load(ref Unsafe.Add(ref s, 10 * ss), ss);
        var aB = TWidth.Load(ref Unsafe.Add(ref s, 11 * ss), ss);
        var aC = TWidth.Load(ref Unsafe.Add(ref s, 12 * ss), ss);
        var aD = TWidth.Load(ref Unsafe.Add(ref s, 13 * ss), ss);
        var aE = TWidth.Load(ref Unsafe.Add(ref s, 14 * ss), ss);
        var aF = TWidth.Load(ref Unsafe.Add(ref s, 15 * ss), ss);

        var (b0, b1) = (TWidth.Low(a0, a8), TWidth.High(a0, a8));
        var (b2, b3) = (TWidth.Low(a1, a9), TWidth.High(a1, a9));
        var (b4, b5) = (TWidth.Low(a2, aA), TWidth.High(a2, aA));
        var (b6, b7) = (TWidth.Low(a3, aB), TWidth.High(a3, aB));
        var (b8, b9) = (TWidth.Low(a4, aC), TWidth.High(a4, aC));
        var (bA, bB) = (TWidth.Low(a5, aD), TWidth.High(a5, aD));
        var (bC, bD) = (TWidth.Low(a6, aE), TWidth.High(a6, aE));
        var (bE, bF) = (TWidth.Low(a7, aF), TWidth.High(a7, aF));

        var (c0, c1) = (TWidth.Low(b0, b8), TWidth.High(b0, b8));
        var (c2, c3) = (TWidth.Low(b1, b9), TWidth.High(b1, b9));
        var (c4, c5) = (TWidth.Low(b2, bA), TWidth.High(b2, bA));
        var (c6, c7) = (TWidth.Low(b3, bB), TWidth.High(b3, bB));
        var (c8, c9) = (TWidth.Low(b4, bC), TWidth.High(b4, bC));
        var (cA, cB) = (TWidth.Low(b5, bD), TWidth.High(b5, bD));
        var (cC, cD) = (TWidth.Low(b6, bE), TWidth.High(b6, bE));
        var (cE, cF) = (TWidth.Low(b7, bF), TWidth.High(b7, bF));

        var (e0, e1) = (TWidth.Low(c0, c8), TWidth.High(c0, c8));
        var (e2, e3) = (TWidth.Low(c1, c9), TWidth.High(c1, c9));
        var (e4, e5) = (TWidth.Low(c2, cA), TWidth.High(c2, cA));
        var (e6, e7) = (TWidth.Low(c3, cB), TWidth.High(c3, cB));
        var (e8, e9) = (TWidth.Low(c4, cC), TWidth.High(c4, cC));
        var (eA, eB) = (TWidth.Low(c5, cD), TWidth.High(c5, cD));
        var (eC, eD) = (TWidth.Low(c6, cE), TWidth.High(c6, cE));
        var (eE, eF) = (TWidth.Low(c7, cF), TWidth.High(c7, cF));

        TWidth.Store(TWidth.Low(e0, e8), ref d);
        TWidth.Store(TWidth.High(e0, e8), ref Unsafe.Add(ref d, ds));
        TWidth.Store(TWidth.Low(e1, e9), ref Unsafe.Add(ref d, 2 * ds));
        TWidth.Store(TWidth.High(e1, e9), ref Unsafe.Add(ref d, 3 * ds));
        TWidth.Store(TWidth.Low(e2, eA), ref Unsafe.Add(ref d, 4 * ds));
        TWidth.Store(TWidth.High(e2, eA), ref Unsafe.Add(ref d, 5 * ds));
        TWidth.Store(TWidth.Low(e3, eB), ref Unsafe.Add(ref d, 6 * ds));
        TWidth.Store(TWidth.High(e3, eB), ref Unsafe.Add(ref d, 7 * ds));
        TWidth.Store(TWidth.Low(e4, eC), ref Unsafe.Add(ref d, 8 * ds));
        TWidth.Store(TWidth.High(e4, eC), ref Unsafe.Add(ref d, 9 * ds));
        TWidth.Store(TWidth.Low(e5, eD), ref Unsafe.Add(ref d, 10 * ds));
        TWidth.Store(TWidth.High(e5, eD), ref Unsafe.Add(ref d, 11 * ds));
        TWidth.Store(TWidth.Low(e6, eE), ref Unsafe.Add(ref d, 12 * ds));
        TWidth.Store(TWidth.High(e6, eE), ref Unsafe.Add(ref d, 13 * ds));
        TWidth.Store(TWidth.Low(e7, eF), ref Unsafe.Add(ref d, 14 * ds));
        TWidth.Store(TWidth.High(e7, eF), ref Unsafe.Add(ref d, 15 * ds));
    }
}
