using PiLittleEye.Frames;
using PiLittleEye.Imaging;

namespace PiLittleEye.Tests.Imaging;

/// <summary>The conversions once more, a sample at a time, as slow and plain as they can be.</summary>
internal static class ReferencePicture
{
    public static byte[] Of(Resolution size, bool isLimitedRange, Func<int, int, int> y, Func<int, int, int> u, Func<int, int, int> v)
    {
        var picture = new byte[size.I420Length];
        var at = 0;
        at = Fill(picture, at, size.Width, size.Height, (column, row) => isLimitedRange ? ExpandLuma(y(column, row)) : y(column, row));
        at = Fill(
            picture,
            at,
            size.Width / 2,
            size.Height / 2,
            (column, row) => isLimitedRange ? ExpandChroma(u(column, row)) : u(column, row)
        );
        Fill(picture, at, size.Width / 2, size.Height / 2, (column, row) => isLimitedRange ? ExpandChroma(v(column, row)) : v(column, row));
        return picture;
    }

    public static int ExpandLuma(int sample)
    {
        var above = Math.Clamp(sample, ExpandedLuma.Lowest, ExpandedLuma.Highest) - ExpandedLuma.Lowest;
        return above + (((above * ExpandedLuma.Factor) + ExpandedLuma.Rounding) >> ExpandedLuma.Shift);
    }

    public static int ExpandChroma(int sample)
    {
        var above = Math.Clamp(sample, ExpandedChroma.Lowest, ExpandedChroma.Highest) - ExpandedChroma.Lowest;
        return Math.Min(255, above + (((above * ExpandedChroma.Factor) + ExpandedChroma.Rounding) >> ExpandedChroma.Shift));
    }

    private static int Fill(byte[] picture, int at, int width, int height, Func<int, int, int> sample)
    {
        for (var row = 0; row < height; row++)
        {
            for (var column = 0; column < width; column++)
            {
                picture[at++] = (byte)sample(column, row);
            }
        }

        return at;
    }
}
