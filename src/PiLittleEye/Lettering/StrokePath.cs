using System.Globalization;
using System.Numerics;

namespace PiLittleEye.Lettering;

/// <summary>
/// Reads a drawing written as text: points <c>x,y</c> joined by straight lines, <c>|</c> lifts the pen,
/// a lone point is a dot, and a point in parentheses is a corner that the stroke does not reach but rounds
/// (the control point of a quadratic curve): <c>3,5 3,14 (3,18) 7,18 (11,18) 11,14 11,5</c> is the letter U.
/// </summary>
internal static class StrokePath
{
    // One piece for every two pixels of the hull keeps the polygon within a tenth of a pixel of the curve.
    private const float PixelsPerPiece = 2;
    private const int FewestPieces = 3;
    private const int MostPieces = 32;

    /// <summary>Appends the pieces of <paramref name="drawing"/>, each point placed by <paramref name="place"/>.</summary>
    public static void Trace<TPlacement>(ReadOnlySpan<char> drawing, TPlacement place, List<StrokeSegment> pieces)
        where TPlacement : struct, IStrokePlacement
    {
        foreach (var range in drawing.Split('|'))
        {
            TraceStroke(drawing[range].Trim(), place, pieces);
        }
    }

    private static void TraceStroke<TPlacement>(ReadOnlySpan<char> stroke, TPlacement place, List<StrokeSegment> pieces)
        where TPlacement : struct, IStrokePlacement
    {
        Vector2? pen = null;
        Vector2? corner = null;
        var drawn = pieces.Count;
        foreach (var range in stroke.Split(' '))
        {
            var word = stroke[range];
            if (word.IsEmpty)
            {
                continue;
            }

            var point = place.Place(ReadPoint(word.Trim("()")));
            if (word[0] == '(')
            {
                corner = point;
                continue;
            }

            if (pen is { } from)
            {
                AddPiece(from, corner, point, pieces);
            }

            (pen, corner) = (point, null);
        }

        if (pen is { } dot && pieces.Count == drawn)
        {
            pieces.Add(new StrokeSegment(dot, dot));
        }
    }

    private static void AddPiece(Vector2 from, Vector2? corner, Vector2 to, List<StrokeSegment> pieces)
    {
        if (corner is not { } control)
        {
            pieces.Add(new StrokeSegment(from, to));
            return;
        }

        var hull = Vector2.Distance(from, control) + Vector2.Distance(control, to);
        var count = Math.Clamp((int)(hull / PixelsPerPiece), FewestPieces, MostPieces);
        var previous = from;
        for (var i = 1; i <= count; i++)
        {
            var t = (float)i / count;
            var next = Vector2.Lerp(Vector2.Lerp(from, control, t), Vector2.Lerp(control, to, t), t);
            pieces.Add(new StrokeSegment(previous, next));
            previous = next;
        }
    }

    private static Vector2 ReadPoint(ReadOnlySpan<char> word)
    {
        var comma = word.IndexOf(',');
        return new Vector2(
            float.Parse(word[..comma], NumberStyles.Float, CultureInfo.InvariantCulture),
            float.Parse(word[(comma + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture)
        );
    }
}
