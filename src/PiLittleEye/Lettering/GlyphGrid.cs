using System.Numerics;

namespace PiLittleEye.Lettering;

/// <summary>
/// The drawing grid of <see cref="StrokeFont"/>, 14 units wide and 24 high, laid over cells of a given height in pixels.
/// Stems, bars and baselines are moved to where whole pixels are, so that small text is crisp instead of grey.
/// </summary>
internal readonly struct GlyphGrid : IStrokePlacement
{
    // Below 12 an "8" has no room for its two holes; above 256 the glyphs of a full alphabet would take more than 15 MB.
    public const int LowestCell = 12;
    public const int HighestCell = 256;

    private const float UnitsWide = 14;
    private const float TightUnits = 12.4f;
    private const float UnitsHigh = 24;
    private const float Left = 3;
    private const float Middle = 7;
    private const float Right = 11;
    private const float PenRadiusUnits = 1.05f;

    // Less than a pixel of black around the text is lost as soon as a JPEG is made of it.
    private const float OutlineUnits = 1.15f;
    private const float LeastOutline = 1;

    private readonly float _scale;
    private readonly float _phase;
    private readonly float _centre;
    private readonly float _halfWidth;

    public GlyphGrid(int cellHeight)
    {
        CellHeight = Math.Clamp(cellHeight, LowestCell, HighestCell) & ~1;
        _scale = CellHeight / UnitsHigh;
        PenRadius = PenRadiusUnits * _scale;
        Outline = Math.Max(LeastOutline, OutlineUnits * _scale);

        CellWidth = (int)MathF.Round(UnitsWide * _scale);

        // A stroke of an odd number of pixels is crisp around a pixel's centre, an even one around the edge between two.
        _phase = ((int)MathF.Round(2 * PenRadius) & 1) / 2f;
        _centre = Snap(CellWidth / 2f);
        _halfWidth = MathF.Round((Right - Middle) * _scale);
    }

    /// <summary>Where in the picture the cell's left upper corner is.</summary>
    public Vector2 Origin { get; init; }

    public int CellHeight { get; }

    public int CellWidth { get; }

    /// <summary>From one character to the next where no outline needs the room between them.</summary>
    public int TightWidth => (int)MathF.Round(TightUnits * _scale);

    public float PenRadius { get; }

    public float Outline { get; }

    // Tops of capitals, of capitals under an accent and of small letters; bars of capitals, of signs and of small letters; baseline; descenders.
    private static ReadOnlySpan<float> Levels => [5, 7, 9, 11, 12, 13, 18, 22];

    public Vector2 Place(Vector2 point) => Origin + new Vector2(PlaceX(point.X), PlaceY(point.Y));

    private float PlaceX(float x)
    {
        return x switch
        {
            < Left => Between(x, 0, 0, Left, _centre - _halfWidth),
            > Right => Between(x, Right, _centre + _halfWidth, UnitsWide, CellWidth),
            _ => _centre + ((x - Middle) * _halfWidth / (Right - Middle)),
        };
    }

    private float PlaceY(float y)
    {
        var (above, aboveAt) = (0f, 0f);
        foreach (var level in Levels)
        {
            var at = Snap(level * _scale);
            if (y <= level)
            {
                return Between(y, above, aboveAt, level, at);
            }

            (above, aboveAt) = (level, at);
        }

        return Between(y, above, aboveAt, UnitsHigh, CellHeight);
    }

    private float Snap(float pixels) => MathF.Round(pixels - _phase) + _phase;

    private static float Between(float value, float from, float fromAt, float to, float toAt) =>
        fromAt + ((value - from) * (toAt - fromAt) / (to - from));
}
