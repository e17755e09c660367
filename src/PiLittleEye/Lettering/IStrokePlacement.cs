using System.Numerics;

namespace PiLittleEye.Lettering;

/// <summary>Where a point of a drawing lies in pixels. Implemented by structs, so that the calls vanish in the loop.</summary>
internal interface IStrokePlacement
{
    Vector2 Place(Vector2 point);
}
