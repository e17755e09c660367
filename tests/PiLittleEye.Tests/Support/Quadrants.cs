using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Support;

/// <summary>A picture of four colours, from left to right red and green above, blue and grey below: it shows how it was turned.</summary>
internal static class Quadrants
{
    public const string Upright = "RG/BW";

    // Nearer than this no JPEG comes, and no two colours are.
    private const int Tolerance = 6;

    private static readonly (char Letter, byte Y, byte U, byte V)[] s_colours =
    [
        ('R', 76, 85, 255),
        ('G', 150, 44, 21),
        ('B', 29, 255, 107),
        ('W', 128, 128, 128),
    ];

    public static void Paint(I420Picture picture)
    {
        Paint(picture.Y, picture.Size.Width, colour => colour.Y);
        Paint(picture.U, picture.Size.Width / 2, colour => colour.U);
        Paint(picture.V, picture.Size.Width / 2, colour => colour.V);
    }

    /// <summary>The colours' letters as they lie, with a question mark for what is none of them.</summary>
    public static string Read(I420Picture picture)
    {
        var (width, height) = picture.Size;
        return $"{At(picture, width / 4, height / 4)}{At(picture, width * 3 / 4, height / 4)}/"
            + $"{At(picture, width / 4, height * 3 / 4)}{At(picture, width * 3 / 4, height * 3 / 4)}";
    }

    private static char At(I420Picture picture, int x, int y)
    {
        var quarter = (y / 2 * (picture.Size.Width / 2)) + (x / 2);
        var (luma, u, v) = (picture.Y[(y * picture.Size.Width) + x], picture.U[quarter], picture.V[quarter]);
        foreach (var colour in s_colours)
        {
            if (IsNear(luma, colour.Y) && IsNear(u, colour.U) && IsNear(v, colour.V))
            {
                return colour.Letter;
            }
        }

        return '?';
    }

    private static bool IsNear(byte left, byte right) => Math.Abs(left - right) <= Tolerance;

    private static void Paint(Span<byte> plane, int width, Func<(char Letter, byte Y, byte U, byte V), byte> sample)
    {
        var height = plane.Length / width;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                plane[(y * width) + x] = sample(s_colours[(y * 2 / height * 2) + (x * 2 / width)]);
            }
        }
    }
}
