using PiLittleEye.Frames;

namespace PiLittleEye.Imaging;

/// <summary>Planar 4:2:0 with padded rows to I420; YV12 is the same with its colour planes named the other way round.</summary>
internal static class PlanarPixels
{
    /// <param name="y">Luma, the size of the picture.</param>
    /// <param name="u">First colour plane, half as wide and high.</param>
    /// <param name="v">Second colour plane, half as wide and high.</param>
    /// <param name="to">The picture; its size counts.</param>
    /// <param name="isLimitedRange">Whether black is 16.</param>
    public static void ToI420(PixelRows y, PixelRows u, PixelRows v, I420Picture to, bool isLimitedRange)
    {
        var (width, height) = (to.Size.Width / 2, to.Size.Height / 2);
        ArgumentOutOfRangeException.ThrowIfNotEqual((u.Length, u.Count), (width, height));
        ArgumentOutOfRangeException.ThrowIfNotEqual((v.Length, v.Count), (width, height));
        PlaneCopy.Luma(y, to, isLimitedRange);
        PlaneCopy.Chroma(u, to.U, isLimitedRange);
        PlaneCopy.Chroma(v, to.V, isLimitedRange);
    }
}
