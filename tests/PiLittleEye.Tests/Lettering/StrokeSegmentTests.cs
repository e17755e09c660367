using System.Numerics;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Lettering;

public sealed class StrokeSegmentTests
{
    private static readonly StrokeSegment Level = new(new Vector2(2, 5), new Vector2(8, 5));

    [Theory]
    [InlineData(5, 5, 0)]
    [InlineData(5, 8, 9)]
    [InlineData(10, 5, 4)]
    [InlineData(0, 2, 13)]
    public void Distance_is_to_the_nearest_point_ends_included(float x, float y, float square)
    {
        Assert.Equal(square, Level.DistanceSquared(new Vector2(x, y)));
    }

    [Fact]
    public void A_dot_has_a_distance_too()
    {
        var dot = new StrokeSegment(new Vector2(1, 1), new Vector2(1, 1));

        Assert.Equal(25, dot.DistanceSquared(new Vector2(4, 5)));
    }
}
