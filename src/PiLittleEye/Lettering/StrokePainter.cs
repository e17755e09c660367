using System.Drawing;
using PiLittleEye.Frames;

namespace PiLittleEye.Lettering;

/// <summary>Paints strokes in one colour straight into a picture, antialiased on all three planes, never outside of it.</summary>
internal sealed class StrokePainter
{
    private readonly DistanceField _distances = new();

    /// <summary>Paints what lies within <paramref name="area"/>; the strokes are in pixels of the picture.</summary>
    public void Paint(I420Picture picture, List<StrokeSegment> pieces, Rectangle area, float radius, CardColour colour)
    {
        // Whole blocks of two by two pixels, because each has one chroma value.
        var blocks = Rectangle.FromLTRB(area.Left & ~1, area.Top & ~1, (area.Right + 1) & ~1, (area.Bottom + 1) & ~1);
        blocks.Intersect(new Rectangle(0, 0, picture.Size.Width, picture.Size.Height));
        _distances.Measure(blocks, pieces, radius);
        for (var y = blocks.Top; y < blocks.Bottom; y += 2)
        {
            for (var x = blocks.Left; x < blocks.Right; x += 2)
            {
                PaintBlock(picture, x, y, radius, colour);
            }
        }
    }

    private void PaintBlock(I420Picture picture, int x, int y, float radius, CardColour colour)
    {
        var upper = (y * picture.Size.Width) + x;
        var lower = upper + picture.Size.Width;
        var covered =
            PaintLuma(ref picture.Y[upper], _distances.Coverage(x, y, radius), colour)
            + PaintLuma(ref picture.Y[upper + 1], _distances.Coverage(x + 1, y, radius), colour)
            + PaintLuma(ref picture.Y[lower], _distances.Coverage(x, y + 1, radius), colour)
            + PaintLuma(ref picture.Y[lower + 1], _distances.Coverage(x + 1, y + 1, radius), colour);
        if (covered > 0)
        {
            var chroma = (y / 2 * (picture.Size.Width / 2)) + (x / 2);
            picture.U[chroma] = Mix(picture.U[chroma], colour.U, covered / 4);
            picture.V[chroma] = Mix(picture.V[chroma], colour.V, covered / 4);
        }
    }

    private static float PaintLuma(ref byte luma, float coverage, CardColour colour)
    {
        luma = Mix(luma, colour.Y, coverage);
        return coverage;
    }

    private static byte Mix(byte below, byte above, float coverage) => (byte)MathF.Round(below + ((above - below) * coverage));
}
