using System.Runtime.Intrinsics;

namespace PiLittleEye.Imaging;

/// <summary>
/// Colour of limited range, 112 to each side of the neutral 128, stretched to the full 128.
/// Sixteen bits of fixed point instead of (c - 128) * 255 / 224: 2 of the 225 values round to the other neighbour, all others exactly.
/// </summary>
internal readonly struct ExpandedChroma : IByteMap
{
    public const int Lowest = 16;
    public const int Highest = 240;
    public const int Factor = 71;
    public const int Rounding = 490;
    public const int Shift = 9;

    public static Vector128<byte> Map(Vector128<byte> samples)
    {
        var above = Vector128.Min(samples, Vector128.Create((byte)Highest)) - Vector128.Min(samples, Vector128.Create((byte)Lowest));

        // The highest value comes to 256, hence the saturation.
        return Vector128.AddSaturate(above, Vector128.Narrow(More(Vector128.WidenLower(above)), More(Vector128.WidenUpper(above))));
    }

    private static Vector128<ushort> More(Vector128<ushort> above) =>
        ((above * Vector128.Create((ushort)Factor)) + Vector128.Create((ushort)Rounding)) >> Shift;
}
