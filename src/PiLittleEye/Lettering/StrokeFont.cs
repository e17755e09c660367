using System.Numerics;

namespace PiLittleEye.Lettering;

/// <summary>
/// The product's own typeface: every character as strokes of one pen on a grid of 14 by 24 units (y downwards; capitals
/// 5 to 18, small letters from 9, descenders to 22, stems at 3, 7 and 11). One width for all, so that a running clock stands still.
/// Drawn to be told apart when small: slashed zero, flagged 1, flat-topped 3, tailed l, barred I.
/// </summary>
internal static partial class StrokeFont
{
    /// <summary>The code of the box that stands for a character the typeface does not have (DEL, which no text shows).</summary>
    public const byte Replacement = 0x7F;

    private const string Box = "3,4 11,4 11,19 3,19 3,4 | 5.4,8.4 (5.4,7) 7,7 (8.8,7) 8.8,9 (8.8,10.6) 7,11.6 7,13 | 7,16";

    // What has many strokes in little room is drawn with a thinner pen, else it fills up.
    private const string Crowded = "#$%&@©®ªº²³¹¼½¾§¶¤æÆ";
    private const float CrowdedPen = 0.8f;

    // Thinner than this, in pixels, white turns grey.
    private const float LeastCrowdedPen = 0.6f;

    /// <summary>Whether the typeface draws this Latin-1 code itself (the replacement box included).</summary>
    public static bool Has(byte code) => code is (>= 0x20 and <= 0x7F) or >= 0xA0;

    /// <summary>Half the width of the pen for this character, in pixels.</summary>
    public static float PenRadius(byte code, GlyphGrid grid) =>
        Crowded.Contains((char)code, StringComparison.Ordinal)
            ? Math.Max(Math.Min(LeastCrowdedPen, grid.PenRadius), CrowdedPen * grid.PenRadius)
            : grid.PenRadius;

    /// <summary>Appends the strokes of one character, placed in a cell of <paramref name="grid"/>.</summary>
    public static void Trace(byte code, GlyphGrid grid, List<StrokeSegment> pieces)
    {
        var character = (char)code;
        if (Drawing(character) is { } drawing)
        {
            StrokePath.Trace(drawing, grid, pieces);
        }
        else if (TryDecompose(character, out var letter, out var mark))
        {
            TraceAccented(letter, mark, grid, pieces);
        }
        else
        {
            foreach (var part in Parts(character))
            {
                StrokePath.Trace(Drawing(part.Character), new Part(grid, part.Scale, new Vector2(part.X, part.Y)), pieces);
            }
        }
    }

    private static string? Drawing(char character) =>
        character switch
        {
            (char)Replacement => Box,
            <= '~' => AsciiDrawing(character),
            _ => LatinDrawing(character),
        };

    private static void TraceAccented(char letter, char mark, GlyphGrid grid, List<StrokeSegment> pieces)
    {
        // A capital gives way: it ends at 7 instead of 5, and its accent has the room above.
        var isCapital = char.IsAsciiLetterUpper(letter);
        StrokePath.Trace(
            Drawing(letter),
            new Part(grid, new Vector2(1, isCapital ? 11 / 13f : 1), new Vector2(0, isCapital ? 18 * 2 / 13f : 0)),
            pieces
        );
        StrokePath.Trace(MarkDrawing(mark), new Part(grid, Vector2.One, new Vector2(0, isCapital && mark != ',' ? -1.8f : 0)), pieces);
    }

    /// <summary>A drawing made smaller and moved within the cell.</summary>
    private readonly record struct Part(GlyphGrid Grid, Vector2 Scale, Vector2 Offset) : IStrokePlacement
    {
        public Part(GlyphGrid grid, float scale, Vector2 offset)
            : this(grid, new Vector2(scale), offset) { }

        public Vector2 Place(Vector2 point) => Grid.Place((point * Scale) + Offset);
    }
}
