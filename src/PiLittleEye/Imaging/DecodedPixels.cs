using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PiLittleEye.Frames;
using PiLittleEye.Native.Turbojpeg;

namespace PiLittleEye.Imaging;

/// <summary>
/// Planes as a JPEG decoder leaves them, with colour as fine as the camera coded it, to I420. Colour samples that fall together are
/// averaged: dropping every other one makes red edges crawl. JPEG is full range, so nothing is expanded.
/// </summary>
internal static class DecodedPixels
{
    private const int Register = 16;
    private const byte NoColour = 128;

    /// <param name="y">Luma, the size of the picture.</param>
    /// <param name="u">First colour plane, of the size that <paramref name="subsampling"/> makes it; ignored for gray.</param>
    /// <param name="v">Second colour plane, likewise.</param>
    /// <param name="subsampling">How coarse the colour is.</param>
    /// <param name="to">The picture; its size counts.</param>
    public static void ToI420(PixelRows y, PixelRows u, PixelRows v, ChromaSubsampling subsampling, I420Picture to)
    {
        PlaneCopy.Luma(y, to, isLimitedRange: false);
        if (subsampling == ChromaSubsampling.Gray)
        {
            to.U.Fill(NoColour);
            to.V.Fill(NoColour);
            return;
        }

        Reduce(u, subsampling, to.U, to.Size);
        Reduce(v, subsampling, to.V, to.Size);
    }

    private static void Reduce(PixelRows from, ChromaSubsampling subsampling, Span<byte> to, Resolution size)
    {
        var (width, height) = JpegDecompressor.ChromaSize(new JpegHeader(size.Width, size.Height, subsampling));
        ArgumentOutOfRangeException.ThrowIfNotEqual((from.Length, from.Count), (width, height));
        ArgumentOutOfRangeException.ThrowIfLessThan(width, Register);
        if (subsampling == ChromaSubsampling.Quarter420)
        {
            PlaneCopy.Chroma(from, to, isLimitedRange: false);
            return;
        }

        var half = size.Width / 2;
        for (var y = 0; y < size.Height / 2; y++)
        {
            var row = to.Slice(y * half, half);
            switch (subsampling)
            {
                case ChromaSubsampling.None444:
                    AverageSquares(from.Row(2 * y), from.Row((2 * y) + 1), row);
                    break;
                case ChromaSubsampling.Half422:
                    AverageRows(from.Row(2 * y), from.Row((2 * y) + 1), row);
                    break;
                case ChromaSubsampling.Half440:
                    AverageNeighbours(from.Row(y), row);
                    break;
                default:
                    AverageRowsAndDouble(from.Row(2 * y), from.Row((2 * y) + 1), row);
                    break;
            }
        }
    }

    // 4:2:2, as nearly all webcams code.
    private static void AverageRows(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> to)
    {
        for (var x = 0; x < to.Length; x += Register)
        {
            var at = Math.Min(x, to.Length - Register);
            Store(VectorBytes.Average(Load(upper, at), Load(lower, at)), to, at);
        }
    }

    // 4:4:4
    private static void AverageSquares(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> to)
    {
        for (var x = 0; x < to.Length; x += Register)
        {
            var at = Math.Min(x, to.Length - Register);
            var left = VectorBytes.AverageOfFour(Load(upper, at * 2), Load(lower, at * 2));
            var right = VectorBytes.AverageOfFour(Load(upper, (at * 2) + Register), Load(lower, (at * 2) + Register));
            Store(Vector128.Narrow(left, right), to, at);
        }
    }

    // 4:4:0: a 4:2:2 picture that was turned by a quarter.
    private static void AverageNeighbours(ReadOnlySpan<byte> from, Span<byte> to)
    {
        for (var x = 0; x < to.Length; x += Register)
        {
            var at = Math.Min(x, to.Length - Register);
            var (left, right) = (Load(from, at * 2), Load(from, (at * 2) + Register));
            Store(VectorBytes.Average(VectorBytes.Even(left, right), VectorBytes.Odd(left, right)), to, at);
        }
    }

    // 4:1:1: too coarse across, too fine down.
    private static void AverageRowsAndDouble(ReadOnlySpan<byte> upper, ReadOnlySpan<byte> lower, Span<byte> to)
    {
        for (var x = 0; x < upper.Length; x += Register)
        {
            var at = Math.Min(x, upper.Length - Register);
            var average = VectorBytes.Average(Load(upper, at), Load(lower, at));
            Store(VectorBytes.DoubleLower(average), to, at * 2);
            Store(VectorBytes.DoubleUpper(average), to, (at * 2) + Register);
        }
    }

    private static Vector128<byte> Load(ReadOnlySpan<byte> row, int at) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(row), (nuint)at);

    private static void Store(Vector128<byte> samples, Span<byte> row, int at) =>
        samples.StoreUnsafe(ref MemoryMarshal.GetReference(row), (nuint)at);
}
