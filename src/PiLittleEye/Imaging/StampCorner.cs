namespace PiLittleEye.Imaging;

internal enum StampCorner
{
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}
