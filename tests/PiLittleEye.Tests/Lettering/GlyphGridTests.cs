using System.Numerics;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Lettering;

public sealed class GlyphGridTests
{
    public static TheoryData<int> Heights => [.. Enumerable.Range(6, 60).Select(half => 2 * half)];

    [Theory]
    [MemberData(nameof(Heights))]
    public void Stems_and_lines_are_where_a_pen_covers_whole_pixels(int height)
    {
        var grid = new GlyphGrid(height);
        var phase = ((int)MathF.Round(2 * grid.PenRadius) & 1) / 2f;

        foreach (var stem in (float[])[3, 11])
        {
            Assert.Equal(phase, grid.Place(new Vector2(stem, 0)).X % 1);
        }

        foreach (var line in (float[])[5, 9, 18])
        {
            Assert.Equal(phase, grid.Place(new Vector2(0, line)).Y % 1);
        }
    }

    [Theory]
    [MemberData(nameof(Heights))]
    public void What_is_further_right_or_down_stays_so(int height)
    {
        var grid = new GlyphGrid(height);
        var places = Enumerable.Range(0, 25).Select(unit => grid.Place(new Vector2(Math.Min(unit, 14), unit))).ToList();

        Assert.All(places.Zip(places.Skip(1)), pair => Assert.True(pair.Second.X >= pair.First.X && pair.Second.Y >= pair.First.Y));
        Assert.Equal(Vector2.Zero, places[0]);
        Assert.Equal(new Vector2(grid.CellWidth, grid.CellHeight), places[^1]);
    }

    [Theory]
    [InlineData(0, GlyphGrid.LowestCell)]
    [InlineData(-5, GlyphGrid.LowestCell)]
    [InlineData(31, 30)]
    [InlineData(100_000, GlyphGrid.HighestCell)]
    public void Heights_become_even_and_stay_within_bounds(int wanted, int height)
    {
        Assert.Equal(height, new GlyphGrid(wanted).CellHeight);
    }

    [Fact]
    public void An_origin_moves_everything()
    {
        var grid = new GlyphGrid(24);
        var moved = grid with { Origin = new Vector2(100, 50) };

        Assert.Equal(grid.Place(new Vector2(3, 18)) + new Vector2(100, 50), moved.Place(new Vector2(3, 18)));
    }
}
