using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.TestPattern;

/// <summary>The object when it is finished. A frame shows as much of it as is printed by then.</summary>
internal static class PrintedVase
{
    public const float Height = 38;
    public const int Layers = 38;

    private static readonly SceneColour s_filament = SceneColour.Of(0xF2723B);

    /// <summary>Half the width at a height above the bed, 0 to 1: a foot, a belly, a neck and a lip.</summary>
    public static float HalfWidthAt(float share) => 13 + (7.5f * MathF.Sin((share * 4.3f) - 0.35f)) + (3.5f * share * share);

    public static void Draw(I420Picture picture)
    {
        var paint = new ScenePainter(picture);
        var middle = paint.Width / 2;
        const float top = PrinterBackdrop.BedTop - Height;
        paint.Glow(middle, PrinterBackdrop.BedTop + 0.4f, 26, 1.6f, SceneColour.Of(0x1A120A), 0.8f);
        paint.Blend(
            new ScenePainter.Area(middle - 26, top, 52, Height),
            (x, y) =>
            {
                var share = (PrinterBackdrop.BedTop - y) / Height;
                if (share is < 0 or > 1)
                {
                    return default;
                }

                // Layers bulge a little, and the light comes from the lamp at the upper left.
                var layer = share * Layers % 1;
                var across = (x - middle) / (HalfWidthAt(share) + (0.25f * MathF.Sin(layer * MathF.PI)));
                var cover = Math.Clamp((1 - Math.Abs(across)) * 40, 0, 1);
                var facing = MathF.Sqrt(Math.Max(0, 1 - (across * across)));
                var light = 0.42f + (0.5f * facing * (1 - (0.45f * across))) + (0.14f * (layer - 0.5f));
                var gleam = 0.5f * MathF.Exp(-60 * (across + 0.42f) * (across + 0.42f));
                return (SceneColour.Between(s_filament.Lit(light), SceneColour.Of(0xFFE2CC), gleam), cover);
            }
        );
    }
}
