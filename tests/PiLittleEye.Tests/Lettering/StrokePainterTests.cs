using System.Drawing;
using System.Numerics;
using PiLittleEye.Frames;
using PiLittleEye.Lettering;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Lettering;

public sealed class StrokePainterTests
{
    private static readonly Resolution Size = new(64, 64);
    private readonly StrokePainter _painter = new();

    [Fact]
    public void A_stroke_has_its_colour_on_all_three_planes_and_the_rest_is_as_before()
    {
        var guarded = new GuardedPicture(Size);

        _painter.Paint(guarded.Picture, [Piece(20, 31, 44, 31)], new Rectangle(10, 21, 44, 20), radius: 5, CardColour.Accent);

        Assert.Equal(CardColour.Accent.Y, guarded.Picture.Y[(31 * 64) + 32]);
        Assert.Equal(CardColour.Accent.U, guarded.Picture.U[(15 * 32) + 16]);
        Assert.Equal(CardColour.Accent.V, guarded.Picture.V[(15 * 32) + 16]);
        guarded.AssertUnchangedOutside(14, 24, 36, 14);
    }

    [Fact]
    public void Strokes_over_the_edges_are_cut_there()
    {
        var guarded = new GuardedPicture(Size);

        _painter.Paint(guarded.Picture, [Piece(-50, -50, 120, 120)], new Rectangle(-60, -60, 200, 200), radius: 9, CardColour.Bad);
        _painter.Paint(guarded.Picture, [Piece(200, 200, 220, 200)], new Rectangle(190, 190, 40, 20), radius: 9, CardColour.Bad);

        guarded.AssertGuardsIntact();
        Assert.Equal(CardColour.Bad.Y, guarded.Picture.Y[0]);
        Assert.Equal(CardColour.Bad.Y, guarded.Picture.Y[^1]);
    }

    private static StrokeSegment Piece(float x, float y, float toX, float toY) => new(new Vector2(x, y), new Vector2(toX, toY));
}
