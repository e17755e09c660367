namespace PiLittleEye.Lettering;

internal enum StampCorner
{
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}
