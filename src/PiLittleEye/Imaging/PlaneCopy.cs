using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PiLittleEye.Frames;

namespace PiLittleEye.Imaging;

/// <summary>Rows of samples into rows without padding, each sample mapped on the way.</summary>
internal static class PlaneCopy
{
    private const int Register = 16;

    /// <summary>The luma plane of any planar format.</summary>
    public static void Luma(PixelRows y, I420Picture to, bool isLimitedRange)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, to.Size.Width);
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Count, to.Size.Height);
        if (isLimitedRange)
        {
            Mapped<ExpandedLuma>(y, to.Y);
        }
        else
        {
            Plain(y, to.Y);
        }
    }

    /// <summary>A colour plane that has the size it has in I420.</summary>
    public static void Chroma(PixelRows from, Span<byte> to, bool isLimitedRange)
    {
        if (isLimitedRange)
        {
            Mapped<ExpandedChroma>(from, to);
        }
        else
        {
            Plain(from, to);
        }
    }

    private static void Plain(PixelRows from, Span<byte> to)
    {
        if (from.IsWhole)
        {
            from.Whole.CopyTo(to);
            return;
        }

        for (var y = 0; y < from.Count; y++)
        {
            from.Row(y).CopyTo(to[(y * from.Length)..]);
        }
    }

    private static void Mapped<TMap>(PixelRows from, Span<byte> to)
        where TMap : struct, IByteMap
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from.Length, Register);
        for (var y = 0; y < from.Count; y++)
        {
            ref var source = ref MemoryMarshal.GetReference(from.Row(y));
            ref var target = ref MemoryMarshal.GetReference(to.Slice(y * from.Length, from.Length));
            for (var x = 0; x < from.Length; x += Register)
            {
                var at = (nuint)Math.Min(x, from.Length - Register);
                TMap.Map(Vector128.LoadUnsafe(ref source, at)).StoreUnsafe(ref target, at);
            }
        }
    }
}
