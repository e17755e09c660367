using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.TestPattern;

/// <summary>
/// Draws smooth shapes onto the planes, for what is drawn once and copied into every frame. Lengths are in hundredths of the
/// picture's height, so that the scene looks alike in every size.
/// </summary>
/// <param name="picture">What is drawn on.</param>
/// <param name="unit">A hundredth of the whole scene's height, in pixels.</param>
internal readonly ref struct ScenePainter(I420Picture picture, float unit)
{
    private readonly I420Picture _picture = picture;
    private readonly float _unit = unit;

    public ScenePainter(I420Picture picture)
        : this(picture, picture.Size.Height / 100f) { }

    /// <summary>From edge to edge in units: 177.8 at 16:9.</summary>
    public float Width => _picture.Size.Width / _unit;

    /// <summary>A box with round corners and a gradient from top to bottom. With half its side as radius it is a disc.</summary>
    public void Box(float x, float y, float width, float height, float radius, SceneColour top, SceneColour bottom, float strength = 1)
    {
        var (halfWidth, halfHeight) = (width / 2, height / 2);
        var (middleX, middleY) = (x + halfWidth, y + halfHeight);
        var round = Math.Min(radius, Math.Min(halfWidth, halfHeight));
        var pixel = 1 / _unit;
        Blend(
            new Area(x, y, width, height),
            (px, py) =>
            {
                var outX = Math.Abs(px - middleX) - halfWidth + round;
                var outY = Math.Abs(py - middleY) - halfHeight + round;
                var distance =
                    MathF.Sqrt(Square(Math.Max(outX, 0)) + Square(Math.Max(outY, 0))) + Math.Min(Math.Max(outX, outY), 0) - round;
                var cover = Math.Clamp(0.5f - (distance / pixel), 0, 1) * strength;
                return (SceneColour.Between(top, bottom, Math.Clamp((py - y) / height, 0, 1)), cover);
            }
        );
    }

    public void Box(float x, float y, float width, float height, float radius, SceneColour colour) =>
        Box(x, y, width, height, radius, colour, colour);

    /// <summary>A ring, as the rim of a spool or a fan.</summary>
    public void Ring(float x, float y, float radius, float thickness, SceneColour colour, float strength = 1)
    {
        var pixel = 1 / _unit;
        Blend(
            new Area(x - radius, y - radius, radius * 2, radius * 2),
            (px, py) =>
            {
                var distance = Math.Abs(MathF.Sqrt(Square(px - x) + Square(py - y)) - radius + (thickness / 2)) - (thickness / 2);
                return (colour, Math.Clamp(0.5f - (distance / pixel), 0, 1) * strength);
            }
        );
    }

    /// <summary>Light without an edge.</summary>
    public void Glow(float x, float y, float reachX, float reachY, SceneColour colour, float strength) =>
        Blend(
            new Area(x - reachX, y - reachY, reachX * 2, reachY * 2),
            (px, py) =>
            {
                var near = Math.Max(0, 1 - Square((px - x) / reachX) - Square((py - y) / reachY));
                return (colour, near * near * strength);
            }
        );

    /// <summary>Puts a colour over every pixel of an area, as strongly as it covers it.</summary>
    public void Blend(Area area, Func<float, float, (SceneColour Colour, float Cover)> colourAt)
    {
        var (width, height) = _picture.Size;
        var left = Math.Max(0, (int)((area.X * _unit) - 2) & ~1);
        var top = Math.Max(0, (int)((area.Y * _unit) - 2) & ~1);
        var right = Math.Min(width, ((int)((area.X + area.Width) * _unit) + 3) & ~1);
        var bottom = Math.Min(height, ((int)((area.Y + area.Height) * _unit) + 3) & ~1);
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < right; column++)
            {
                var (colour, cover) = colourAt((column + 0.5f) / _unit, (row + 0.5f) / _unit);
                if (cover > 0)
                {
                    Mix(ref _picture.Y[(row * width) + column], colour.Y, cover, row, column);
                }
            }
        }

        for (var row = top / 2; row < bottom / 2; row++)
        {
            for (var column = left / 2; column < right / 2; column++)
            {
                var (colour, cover) = colourAt(((column * 2) + 1) / _unit, ((row * 2) + 1) / _unit);
                if (cover > 0)
                {
                    var at = (row * (width / 2)) + column;
                    Mix(ref _picture.U[at], colour.U, cover, row, column);
                    Mix(ref _picture.V[at], colour.V, cover, row, column);
                }
            }
        }
    }

    // Two by two pixels round differently: a gradient over a dark wall would show its steps.
    private static void Mix(ref byte place, float colour, float cover, int row, int column)
    {
        var dither = (((row & 1) * 2) + ((column ^ row) & 1)) / 4f;
        place = (byte)Math.Clamp(place + ((colour - place) * cover) + 0.125f + (dither * 0.75f), 0, 255);
    }

    private static float Square(float value) => value * value;

    /// <summary>A rectangle in units.</summary>
    public readonly record struct Area(float X, float Y, float Width, float Height);
}
