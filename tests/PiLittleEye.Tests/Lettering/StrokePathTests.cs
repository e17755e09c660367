using System.Numerics;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Lettering;

public sealed class StrokePathTests
{
    [Fact]
    public void Points_are_joined_by_straight_lines()
    {
        Assert.Equal([Piece(1, 2, 3, 4.5f), Piece(3, 4.5f, 5, 6)], Trace("1,2 3,4.5 5,6"));
    }

    [Fact]
    public void A_bar_lifts_the_pen_and_a_lone_point_is_a_dot()
    {
        Assert.Equal([Piece(1, 1, 2, 2), Piece(7, 8, 7, 8)], Trace("1,1 2,2 | 7,8"));
    }

    [Fact]
    public void A_corner_in_parentheses_is_rounded_and_not_reached()
    {
        var pieces = Trace("0,0 (0,10) 10,10");

        Assert.Equal(new Vector2(0, 0), pieces[0].From);
        Assert.Equal(new Vector2(10, 10), pieces[^1].To);
        Assert.All(pieces, piece => Assert.True(piece.DistanceSquared(new Vector2(0, 10)) > 9));
        Assert.All(pieces.Zip(pieces.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void Nothing_written_is_nothing_drawn() => Assert.Empty(Trace(""));

    private static List<StrokeSegment> Trace(string drawing)
    {
        var pieces = new List<StrokeSegment>();
        StrokePath.Trace(drawing, default(AsDrawn), pieces);
        return pieces;
    }

    private static StrokeSegment Piece(float x, float y, float toX, float toY) => new(new Vector2(x, y), new Vector2(toX, toY));

    private readonly record struct AsDrawn : IStrokePlacement
    {
        public Vector2 Place(Vector2 point) => point;
    }
}
