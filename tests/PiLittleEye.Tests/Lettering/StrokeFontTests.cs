using System.Numerics;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Lettering;

public sealed class StrokeFontTests
{
    private static readonly int[] Blank = [0x20, 0xA0];

    private static IEnumerable<byte> Characters => Enumerable.Range(0, 256).Select(code => (byte)code).Where(StrokeFont.Has);

    [Fact]
    public void Every_character_of_ASCII_and_Latin_1_is_drawn()
    {
        Assert.Equal(192, Characters.Count());
        Assert.All(Characters, code => Assert.Equal(Blank.Contains(code), Trace(code, 24).Count == 0));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(14)]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(46)]
    [InlineData(128)]
    public void Every_stroke_stays_in_its_cell(int height)
    {
        var grid = new GlyphGrid(height);
        foreach (var code in Characters)
        {
            // The white itself must not be cut; of the outline a part may be.
            var radius = StrokeFont.PenRadius(code, grid) - 0.5f;
            foreach (var point in Trace(code, height).SelectMany(piece => (Vector2[])[piece.From, piece.To]))
            {
                Assert.InRange(point.X, radius, grid.CellWidth - radius);
                Assert.InRange(point.Y, radius, grid.CellHeight - radius);
            }
        }
    }

    [Fact]
    public void Control_codes_are_not_drawn()
    {
        Assert.False(StrokeFont.Has(0x1F));
        Assert.False(StrokeFont.Has(0x80));
        Assert.True(StrokeFont.Has(StrokeFont.Replacement));
    }

    private static List<StrokeSegment> Trace(byte code, int height)
    {
        var pieces = new List<StrokeSegment>();
        StrokeFont.Trace(code, new GlyphGrid(height), pieces);
        return pieces;
    }
}
