namespace PiLittleEye.Frames;

/// <summary>Clockwise turns of a picture; the numbers are degrees.</summary>
internal enum Rotation
{
    None = 0,
    Quarter = 90,
    Half = 180,
    ThreeQuarters = 270,
}
