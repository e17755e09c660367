using System.Runtime.InteropServices;

namespace PiLittleEye.Native.V4l2;

/// <summary>Picture sizes a device offers in one format: a single one, or all from the smallest to the largest in steps.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct VideoSizeRange(int MinWidth, int MaxWidth, int StepWidth, int MinHeight, int MaxHeight, int StepHeight)
{
    public bool IsSingle => MinWidth == MaxWidth && MinHeight == MaxHeight;

    public static VideoSizeRange Single(int width, int height) => new(width, width, 1, height, height, 1);

    public bool Contains(int width, int height) =>
        width >= MinWidth
        && width <= MaxWidth
        && height >= MinHeight
        && height <= MaxHeight
        && (width - MinWidth) % Math.Max(StepWidth, 1) == 0
        && (height - MinHeight) % Math.Max(StepHeight, 1) == 0;
}
