using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.TestPattern;

/// <summary>What does not move: a workbench in the evening, and on it a printer with an open frame.</summary>
internal static class PrinterBackdrop
{
    /// <summary>Heights that what moves must know, in hundredths of the picture's height.</summary>
    public const float BedTop = 77;
    public const float BeamTop = 9;

    /// <summary>From the middle to the inner side of an upright.</summary>
    public const float HalfInside = 46;

    private const float BenchTop = 88;

    private static readonly SceneColour s_graphite = SceneColour.Of(0x2A2E35);
    private static readonly SceneColour s_black = SceneColour.Of(0x14161A);
    private static readonly SceneColour s_filament = SceneColour.Of(0xF2723B);

    // Pure colours in a row: whoever swaps or shifts the colour planes sees it here at a glance.
    private static readonly int[] s_lamps = [0xFFFFFF, 0xFFE600, 0x00D8F0, 0x20D860, 0xF03CD8, 0xFF3030, 0x3060FF];

    public static void Draw(I420Picture picture)
    {
        var paint = new ScenePainter(picture);
        var middle = paint.Width / 2;
        DrawRoom(paint, middle);
        DrawFrame(paint, middle);
        DrawSpool(paint, middle + 62, 36);
        DrawBase(paint, middle);
    }

    private static void DrawRoom(ScenePainter paint, float middle)
    {
        paint.Box(-2, -2, paint.Width + 4, BenchTop + 2, 0, SceneColour.Of(0x141A24), SceneColour.Of(0x2B3544));
        paint.Glow(middle - 70, 30, 90, 70, SceneColour.Of(0x2C7A78), 0.42f);
        paint.Glow(middle + 86, 14, 80, 64, SceneColour.Of(0xE8A860), 0.34f);
        paint.Glow(middle, 46, 66, 48, SceneColour.Of(0x9FB4CC), 0.3f);
        paint.Box(-2, BenchTop, paint.Width + 4, 14, 0, SceneColour.Of(0x5A4330), SceneColour.Of(0x2A1E16));
        paint.Box(-2, BenchTop, paint.Width + 4, 0.5f, 0, SceneColour.Of(0x8A6A4C));
        paint.Glow(middle, BenchTop + 4, 78, 7, s_black, 0.85f);
    }

    private static void DrawFrame(ScenePainter paint, float middle)
    {
        foreach (var side in (ReadOnlySpan<float>)[-1, 1])
        {
            var x = middle + (side * (HalfInside + 3)) - 3;
            paint.Box(x, BeamTop, 6, 74, 0.8f, SceneColour.Of(0x6E7884), SceneColour.Of(0x3A414B));
            paint.Box(x + 0.7f, BeamTop, 1, 74, 0.3f, SceneColour.Of(0xA9B4C0), SceneColour.Of(0x56606C));
            paint.Box(x + 2.6f, BeamTop + 5, 0.9f, 68, 0.3f, s_black);
        }

        paint.Box(middle - HalfInside - 6, BeamTop, (HalfInside + 6) * 2, 6, 1.2f, SceneColour.Of(0x7C8794), SceneColour.Of(0x454D58));
        paint.Box(middle - HalfInside + 6, BeamTop + 5.6f, (HalfInside - 6) * 2, 1, 0.5f, SceneColour.Of(0xF6FBFF));
        paint.Glow(middle, BeamTop + 7, HalfInside, 22, SceneColour.Of(0xDCEBFA), 0.34f);
    }

    private static void DrawSpool(ScenePainter paint, float x, float y)
    {
        paint.Box(x - 12, y - 1, 14, 2, 1, SceneColour.Of(0x4A525D));
        paint.Ring(x, y, 13, 7, s_filament.Lit(0.82f));
        for (var turn = 0; turn < 5; turn++)
        {
            paint.Ring(x, y, 12.4f - (turn * 1.4f), 0.35f, s_filament.Lit(0.6f), 0.7f);
        }

        paint.Ring(x, y, 14.4f, 1.5f, SceneColour.Of(0x20242A));
        paint.Ring(x, y, 6.4f, 1.2f, SceneColour.Of(0x20242A));
        paint.Box(x - 2.2f, y - 2.2f, 4.4f, 4.4f, 2.2f, SceneColour.Of(0x8E99A6), SceneColour.Of(0x4C5560));
    }

    private static void DrawBase(ScenePainter paint, float middle)
    {
        paint.Box(middle - 56, 81, 112, 11, 2.5f, s_graphite.Lit(1.25f), s_graphite.Lit(0.7f));
        paint.Box(middle - 55, 81.3f, 110, 0.5f, 0.2f, SceneColour.Of(0x6A7480));
        paint.Box(middle - 38, BedTop + 2.2f, 76, 2, 0.6f, SceneColour.Of(0x3E454F), s_black);
        paint.Box(middle - 42, BedTop, 84, 2.4f, 0.7f, SceneColour.Of(0xC9A860), SceneColour.Of(0x6F5A2E));
        paint.Box(middle - 41, BedTop + 0.15f, 82, 0.4f, 0.2f, SceneColour.Of(0xF3DFA6));
        for (var i = 0; i < s_lamps.Length; i++)
        {
            paint.Box(middle - 50 + (i * 6.4f), 85.2f, 5, 3.4f, 1, SceneColour.Of(s_lamps[i]));
        }

        paint.Box(middle + 26, 83.4f, 26, 6.8f, 1, s_black);
        paint.Box(middle + 27, 84.2f, 24, 5.2f, 0.5f, SceneColour.Of(0x0F4A48), SceneColour.Of(0x0A2C2E));
    }
}
