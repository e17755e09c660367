using PiLittleEye.Frames;

namespace PiLittleEye.ApplianceTests.Support;

/// <summary>Looks at places of a decoded picture, so large that what JPEG does to single pixels does not count.</summary>
internal static class Look
{
    private const int Side = 8;

    /// <summary>The mean colour of a small square around a place.</summary>
    public static (int Y, int U, int V) At(RawFrame frame, int x, int y) =>
        (
            Mean(frame.Picture.Y, frame.Size.Width, x, y, Side),
            Mean(frame.Picture.U, frame.Size.Width / 2, x / 2, y / 2, Side / 2),
            Mean(frame.Picture.V, frame.Size.Width / 2, x / 2, y / 2, Side / 2)
        );

    public static bool IsNear((int Y, int U, int V) left, (int Y, int U, int V) right, int tolerance) =>
        Math.Abs(left.Y - right.Y) <= tolerance && Math.Abs(left.U - right.U) <= tolerance && Math.Abs(left.V - right.V) <= tolerance;

    /// <summary>Brightest minus darkest luma: next to nothing on a plain field, much where letters stand.</summary>
    public static int Contrast(RawFrame frame, int x, int y, int width, int height)
    {
        var luma = frame.Picture.Y;
        var (darkest, brightest) = (255, 0);
        for (var row = y; row < y + height; row++)
        {
            foreach (var value in luma.Slice((row * frame.Size.Width) + x, width))
            {
                (darkest, brightest) = (Math.Min(darkest, value), Math.Max(brightest, value));
            }
        }

        return brightest - darkest;
    }

    private static int Mean(ReadOnlySpan<byte> plane, int stride, int x, int y, int side)
    {
        var sum = 0;
        for (var row = y - (side / 2); row < y + (side / 2); row++)
        {
            foreach (var value in plane.Slice((row * stride) + x - (side / 2), side))
            {
                sum += value;
            }
        }

        return sum / (side * side);
    }
}
