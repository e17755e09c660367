using System.Drawing;

namespace PiLittleEye.Lettering;

/// <summary>
/// The characters of one cell height, white with a black outline, so that they can be read on any picture.
/// Each is drawn when it is first asked for and then kept: at most the 192 of the typeface, the replacement box included.
/// </summary>
internal sealed class GlyphAtlas
{
    // Studio white and black: what is brighter or darker would ring when the JPEG is shown by a player that expects studio range.
    public const byte Fill = 235;
    public const byte Outline = 16;

    private readonly GlyphGrid _grid;
    private readonly Glyph?[] _glyphs = new Glyph?[256];
    private readonly List<StrokeSegment> _pieces = [];
    private readonly DistanceField _distances = new();

    public GlyphAtlas(int cellHeight) => _grid = new GlyphGrid(cellHeight);

    public int CellHeight => _grid.CellHeight;

    public int CellWidth => _grid.CellWidth;

    /// <summary>The glyph of a Latin-1 code; codes without one give the replacement box.</summary>
    public Glyph this[byte code] => _glyphs[code] ??= StrokeFont.Has(code) ? Render(code) : this[StrokeFont.Replacement];

    private Glyph Render(byte code)
    {
        var radius = StrokeFont.PenRadius(code, _grid);
        var outer = radius + _grid.Outline;
        _pieces.Clear();
        StrokeFont.Trace(code, _grid, _pieces);
        _distances.Measure(new Rectangle(0, 0, CellWidth, CellHeight), _pieces, outer);

        var alpha = new byte[CellWidth * CellHeight];
        var luma = new byte[CellWidth * CellHeight];
        for (var i = 0; i < alpha.Length; i++)
        {
            var (y, x) = Math.DivRem(i, CellWidth);
            var hidden = _distances.Coverage(x, y, outer);
            var white = _distances.Coverage(x, y, radius);
            alpha[i] = (byte)MathF.Round(hidden * 255);
            luma[i] = (byte)MathF.Round((white * Fill) + ((hidden - white) * Outline));
        }

        return new Glyph(alpha, luma);
    }
}
