namespace PiLittleEye.Cameras.TestPattern;

/// <summary>What moves: the rail that climbs with the layers, and on it the carriage with the nozzle.</summary>
internal static class PrinterHead
{
    /// <summary>From the carriage's corner to the tip of its nozzle.</summary>
    public const float TipX = 10;
    public const float TipY = 25;

    /// <summary>From the rail's upper edge to the tip.</summary>
    public const float RailAboveTip = 20;

    private const float CarriageWidth = 20;
    private const float RailHeight = 4;

    public static SceneSprite Rail(float unit)
    {
        const float width = (PrinterBackdrop.HalfInside + 6) * 2;
        return SceneSprite.Of(
            unit,
            width,
            RailHeight,
            _ => (0, width),
            paint =>
            {
                paint.Box(-1, 0, width + 2, RailHeight, 0, SceneColour.Of(0x98A4B0), SceneColour.Of(0x3C444E));
                paint.Box(-1, 1.6f, width + 2, 0.7f, 0, SceneColour.Of(0x1B1F24));
                foreach (var x in (ReadOnlySpan<float>)[0, width - 8])
                {
                    paint.Box(x, -1, 8, RailHeight + 2, 0, SceneColour.Of(0x4B545F), SceneColour.Of(0x23282E));
                    paint.Box(x + 3, 1, 2, 2, 1, SceneColour.Of(0xB8C2CC));
                }
            }
        );
    }

    public static SceneSprite Carriage(float unit) =>
        SceneSprite.Of(
            unit,
            CarriageWidth,
            TipY,
            y =>
                y switch
                {
                    < 15 => (1, CarriageWidth - 1),
                    < 18 => (6, CarriageWidth - 6),
                    < 21.5f => (5, CarriageWidth - 5),
                    _ => (TipX - 2.8f + ((y - 21.5f) * 0.55f), TipX + 2.8f - ((y - 21.5f) * 0.55f)),
                },
            DrawCarriage
        );

    private static void DrawCarriage(ScenePainter paint)
    {
        var black = SceneColour.Of(0x14161A);
        paint.Box(0, 0, CarriageWidth, 15, 0, SceneColour.Of(0x3C434D), SceneColour.Of(0x1E2228));
        paint.Box(1, 0, CarriageWidth - 2, 0.6f, 0, SceneColour.Of(0x7C8794));
        paint.Box(1, 13.4f, CarriageWidth - 2, 0.9f, 0, SceneColour.Of(0x3FD6A0));
        paint.Box(4, 1.2f, 12, 11.6f, 1.2f, black);
        paint.Ring(TipX, 7, 5.2f, 0.5f, SceneColour.Of(0x59636F));
        paint.Ring(TipX, 7, 3.6f, 0.4f, SceneColour.Of(0x3A424C));
        paint.Box(TipX - 1.6f, 5.4f, 3.2f, 3.2f, 1.6f, SceneColour.Of(0x7E8894), SceneColour.Of(0x3C434C));
        paint.Box(5, 15, 10, 3, 0, SceneColour.Of(0x9AA5B1), SceneColour.Of(0x59636E));
        paint.Box(5, 15.8f, 10, 0.5f, 0, black);
        paint.Box(5, 17, 10, 0.5f, 0, black);
        paint.Box(4, 18, 12, 3.5f, 0, SceneColour.Of(0xD8834C), SceneColour.Of(0x8A4A26));
        paint.Box(TipX - 5, 21.5f, 10, 4.5f, 0, SceneColour.Of(0xF0C86A), SceneColour.Of(0xA87A2C));
    }
}
