using System.Numerics;

namespace PiLittleEye.Lettering;

/// <summary>A straight piece of a stroke, in pixels. A dot is a piece whose ends are the same point.</summary>
internal readonly record struct StrokeSegment(Vector2 From, Vector2 To)
{
    public float DistanceSquared(Vector2 point)
    {
        var along = To - From;
        var offset = point - From;
        var length = along.LengthSquared();
        var part = length > 0 ? Math.Clamp(Vector2.Dot(offset, along) / length, 0, 1) : 0;
        return (offset - (along * part)).LengthSquared();
    }
}
