using PiLittleEye.Frames;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Lettering;

public sealed class StampLayoutTests
{
    private const int Moment = 19;
    private const int NameAndMoment = 36;

    public static TheoryData<int, int> Pictures =>
        new()
        {
            { 320, 240 },
            { 640, 480 },
            { 1280, 720 },
            { 720, 1280 },
            { 1080, 1920 },
            { 1920, 1080 },
            { 4096, 3072 },
        };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_name_of_sixteen_characters_and_a_moment_fit_at_medium_size(int width, int height)
    {
        Assert.Equal(
            NameAndMoment,
            StampLayout.Fit(new Resolution(width, height), StampSize.Medium, StampCorner.TopLeft, NameAndMoment).Visible
        );
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Sizes_grow_in_order_where_there_is_room(int width, int height)
    {
        var heights = Enum.GetValues<StampSize>()
            .Select(size => StampLayout.Fit(new Resolution(width, height), size, StampCorner.TopLeft, length: 8).CellHeight)
            .ToList();

        Assert.Equal(heights.Order(), heights);
        Assert.True(heights[0] < heights[^1]);
    }

    [Fact]
    public void It_shrinks_to_fit_before_it_cuts()
    {
        var roomy = StampLayout.Fit(new Resolution(1280, 720), StampSize.Large, StampCorner.TopLeft, Moment);
        var narrow = StampLayout.Fit(new Resolution(400, 720), StampSize.Large, StampCorner.TopLeft, Moment);
        var tiny = StampLayout.Fit(new Resolution(64, 64), StampSize.Large, StampCorner.TopLeft, Moment);

        Assert.True(narrow.CellHeight < roomy.CellHeight);
        Assert.Equal(Moment, narrow.Visible);
        Assert.Equal(GlyphGrid.LowestCell, tiny.CellHeight);
        Assert.InRange(tiny.Visible, "14:03:59".Length, Moment - 1);
    }

    [Fact]
    public void Every_corner_is_that_corner()
    {
        var picture = new Resolution(640, 480);
        var width = new GlyphGrid(24).CellWidth * Moment;
        var topLeft = StampLayout.Fit(picture, StampSize.Medium, StampCorner.TopLeft, Moment);
        var bottomRight = StampLayout.Fit(picture, StampSize.Medium, StampCorner.BottomRight, Moment);

        Assert.Equal(new StampLayout(24, 6, 6, Moment), topLeft);
        Assert.Equal(new StampLayout(24, 640 - 6 - width, 480 - 6 - 24, Moment), bottomRight);
        Assert.Equal(topLeft with { X = bottomRight.X }, StampLayout.Fit(picture, StampSize.Medium, StampCorner.TopRight, Moment));
        Assert.Equal(topLeft with { Y = bottomRight.Y }, StampLayout.Fit(picture, StampSize.Medium, StampCorner.BottomLeft, Moment));
    }
}
