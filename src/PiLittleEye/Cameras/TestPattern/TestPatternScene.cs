using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.TestPattern;

/// <summary>A 3D printer at work, drawn with rectangles: the nozzle sweeps, the object grows layer by layer and starts over.</summary>
internal sealed class TestPatternScene
{
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_print = TimeSpan.FromMinutes(2);

    private const int Layers = 30;

    private readonly Resolution _size;
    private readonly byte[] _backdrop;

    public TestPatternScene(Resolution size)
    {
        _size = size;
        _backdrop = new byte[size.I420Length];
        DrawBackdrop(new I420Picture(_backdrop, size));
    }

    public void Draw(I420Picture picture, TimeSpan elapsed)
    {
        new I420Picture(_backdrop, _size).CopyTo(picture);
        var (width, height) = _size;
        var progress = elapsed / s_print % 1;
        var layers = 1 + (int)(progress * Layers);
        var bedY = height * 80 / 100;
        var layerHeight = Math.Max(2, height * 45 / 100 / Layers);
        var left = width * 35 / 100;
        var objectWidth = width * 30 / 100;
        for (var layer = 0; layer < layers; layer++)
        {
            // A vase: narrow, wide, narrow; every other layer a little darker, so that layers can be told apart.
            var waist = (int)(objectWidth * 0.14 * Math.Sin(layer * Math.PI / Layers * 1.5));
            var tone = (byte)(layer % 2 == 0 ? 150 : 138);
            Fill(picture, left - waist, bedY - ((layer + 1) * layerHeight), objectWidth + (2 * waist), layerHeight, tone, 105, 95);
        }

        var sweep = 0.5 - (0.5 * Math.Cos(elapsed / s_sweep * 2 * Math.PI));
        var nozzleX = left + (int)(objectWidth * sweep);
        var nozzleY = bedY - (layers * layerHeight);
        var unit = Math.Max(2, width / 160);
        var railY = Math.Max(0, nozzleY - (unit * 14));
        Fill(picture, 0, railY, width, unit * 2, 96, 130, 126);
        Fill(picture, nozzleX - (unit * 5), nozzleY - (unit * 15), unit * 10, unit * 10, 60, 128, 128);
        Fill(picture, nozzleX - (unit * 2), nozzleY - (unit * 5), unit * 4, unit * 3, 190, 110, 150);
        Fill(picture, nozzleX - unit, nozzleY - (unit * 2), unit * 2, unit * 2, 210, 90, 170);
    }

    private static void DrawBackdrop(I420Picture picture)
    {
        var (width, height) = picture.Size;
        for (var row = 0; row < height; row++)
        {
            picture.Y.Slice(row * width, width).Fill((byte)(38 + (row * 40 / height)));
        }

        picture.U.Fill(134);
        picture.V.Fill(124);

        // The bed, and a row of colours that shows at a glance when the colour planes are swapped or shifted.
        var bedY = height * 80 / 100;
        Fill(picture, width / 10, bedY, width * 8 / 10, Math.Max(2, height / 40), 120, 128, 128);
        (byte Y, byte U, byte V)[] colours =
        [
            (235, 128, 128),
            (210, 16, 146),
            (170, 166, 16),
            (145, 54, 34),
            (106, 202, 222),
            (81, 90, 240),
            (41, 240, 110),
        ];
        var swatch = width * 8 / 10 / colours.Length;
        for (var i = 0; i < colours.Length; i++)
        {
            var (y, u, v) = colours[i];
            Fill(picture, (width / 10) + (i * swatch), bedY + (height / 40) + 4, swatch, Math.Max(2, height / 30), y, u, v);
        }
    }

    // Coordinates are made even, so that colour planes have the same edges; what lies outside the picture is cut off.
    private static void Fill(I420Picture picture, int x, int y, int width, int height, byte luma, byte u, byte v)
    {
        var left = Math.Clamp(x, 0, picture.Size.Width) & ~1;
        var right = Math.Clamp(x + width, 0, picture.Size.Width) & ~1;
        var top = Math.Clamp(y, 0, picture.Size.Height) & ~1;
        var bottom = Math.Clamp(y + height, 0, picture.Size.Height) & ~1;
        for (var row = top; row < bottom; row++)
        {
            picture.Y.Slice((row * picture.Size.Width) + left, right - left).Fill(luma);
        }

        var half = picture.Size.Width / 2;
        for (var row = top / 2; row < bottom / 2; row++)
        {
            picture.U.Slice((row * half) + (left / 2), (right - left) / 2).Fill(u);
            picture.V.Slice((row * half) + (left / 2), (right - left) / 2).Fill(v);
        }
    }
}
