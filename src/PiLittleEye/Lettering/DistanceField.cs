using System.Drawing;
using System.Numerics;

namespace PiLittleEye.Lettering;

/// <summary>
/// For every pixel of a small rectangle the distance to the nearest stroke. A stroke of any width, its antialiased
/// edge and an outline around it are then one comparison each; ends and joints come out round by themselves.
/// </summary>
internal sealed class DistanceField
{
    private float[] _squares = [];
    private Rectangle _area;

    /// <summary>
    /// Measures again, for the pixels of <paramref name="area"/>. Distances beyond <paramref name="reach"/> are not needed
    /// and may stay unknown, which is "far".
    /// </summary>
    public void Measure(Rectangle area, List<StrokeSegment> pieces, float reach)
    {
        _area = area;
        var pixels = area.Width * area.Height;
        if (_squares.Length < pixels)
        {
            _squares = new float[pixels];
        }

        _squares.AsSpan(0, pixels).Fill(float.MaxValue);
        foreach (var piece in pieces)
        {
            Measure(piece, reach);
        }
    }

    /// <summary>How much of a pixel a stroke of this radius covers, 0 to 1. Its edge is one pixel of slope.</summary>
    public float Coverage(int x, int y, float radius) =>
        Math.Clamp(radius + 0.5f - MathF.Sqrt(_squares[((y - _area.Top) * _area.Width) + x - _area.Left]), 0, 1);

    private void Measure(StrokeSegment piece, float reach)
    {
        var least = Vector2.Min(piece.From, piece.To) - new Vector2(reach + 1);
        var most = Vector2.Max(piece.From, piece.To) + new Vector2(reach + 1);
        var near = Rectangle.FromLTRB((int)least.X, (int)least.Y, (int)most.X + 1, (int)most.Y + 1);
        near.Intersect(_area);
        for (var y = near.Top; y < near.Bottom; y++)
        {
            var row = _squares.AsSpan((y - _area.Top) * _area.Width, _area.Width);
            for (var x = near.Left; x < near.Right; x++)
            {
                ref var nearest = ref row[x - _area.Left];
                nearest = Math.Min(nearest, piece.DistanceSquared(new Vector2(x + 0.5f, y + 0.5f)));
            }
        }
    }
}
