using System.Runtime.Intrinsics;

namespace PiLittleEye.Imaging;

/// <summary>
/// Luma of limited range, 16 black and 235 white, stretched to 0 and 255: a JPEG of it unstretched looks grey and flat.
/// Sixteen bits of fixed point instead of (y - 16) * 255 / 219: 4 of the 220 values round to the other neighbour, all others exactly.
/// </summary>
internal readonly struct ExpandedLuma : IByteMap
{
    public const int Lowest = 16;
    public const int Highest = 235;
    public const int Factor = 169;
    public const int Rounding = 438;
    public const int Shift = 10;

    public static Vector128<byte> Map(Vector128<byte> samples)
    {
        var above = Vector128.Min(samples, Vector128.Create((byte)Highest)) - Vector128.Min(samples, Vector128.Create((byte)Lowest));
        return above + Vector128.Narrow(More(Vector128.WidenLower(above)), More(Vector128.WidenUpper(above)));
    }

    private static Vector128<ushort> More(Vector128<ushort> above) =>
        ((above * Vector128.Create((ushort)Factor)) + Vector128.Create((ushort)Rounding)) >> Shift;
}
