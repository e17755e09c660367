using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PiLittleEye.Frames;

namespace PiLittleEye.Imaging;

/// <summary>4:2:0 with both colours in turn in one plane (NV12, NV21) to I420.</summary>
internal static class SemiPlanarPixels
{
    private const int Register = 16;

    /// <param name="y">Luma, the size of the picture.</param>
    /// <param name="chroma">Pairs of colour, as wide as the picture in bytes and half as high.</param>
    /// <param name="to">The picture; its size counts.</param>
    /// <param name="isVFirst">NV21.</param>
    /// <param name="isLimitedRange">Whether black is 16.</param>
    public static void ToI420(PixelRows y, PixelRows chroma, I420Picture to, bool isVFirst, bool isLimitedRange)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual((chroma.Length, chroma.Count), (to.Size.Width, to.Size.Height / 2));
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Size.Width, Register * 2);
        PlaneCopy.Luma(y, to, isLimitedRange);
        var first = isVFirst ? to.V : to.U;
        var second = isVFirst ? to.U : to.V;
        if (isLimitedRange)
        {
            Split<ExpandedChroma>(chroma, first, second);
        }
        else
        {
            Split<Unchanged>(chroma, first, second);
        }
    }

    private static void Split<TMap>(PixelRows pairs, Span<byte> first, Span<byte> second)
        where TMap : struct, IByteMap
    {
        var width = pairs.Length / 2;
        for (var y = 0; y < pairs.Count; y++)
        {
            ref var source = ref MemoryMarshal.GetReference(pairs.Row(y));
            ref var even = ref MemoryMarshal.GetReference(first.Slice(y * width, width));
            ref var odd = ref MemoryMarshal.GetReference(second.Slice(y * width, width));
            for (var x = 0; x < width; x += Register)
            {
                var at = (nuint)Math.Min(x, width - Register);
                var a = Vector128.LoadUnsafe(ref source, at * 2);
                var b = Vector128.LoadUnsafe(ref source, (at * 2) + Register);
                TMap.Map(VectorBytes.Even(a, b)).StoreUnsafe(ref even, at);
                TMap.Map(VectorBytes.Odd(a, b)).StoreUnsafe(ref odd, at);
            }
        }
    }
}
