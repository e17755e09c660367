using PiLittleEye.Frames;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Lettering;

public sealed class CardLayoutTests
{
    private const string Title = "No picture for 12 s";
    private static readonly string[] Explanation =
    [
        "The camera is there but sends nothing.",
        "This may pass by itself; it is being started again.",
    ];

    public static TheoryData<int, int> Pictures =>
        new()
        {
            { 320, 240 },
            { 640, 480 },
            { 1280, 720 },
            { 720, 1280 },
            { 1920, 1080 },
            { 4096, 3072 },
        };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_usual_picture_has_room_for_drawing_title_and_all_of_the_words(int width, int height)
    {
        var layout = CardLayout.Fit(new Resolution(width, height), Title, Explanation);

        Assert.True(layout.IconSize > 0);
        Assert.Equal([Title], layout.Title);
        Assert.Equal(string.Join(' ', Explanation), string.Join(' ', layout.Body));
        AssertFits(layout, width, height);
    }

    [Theory]
    [InlineData(64, 64)]
    [InlineData(64, 1000)]
    [InlineData(1000, 64)]
    [InlineData(160, 120)]
    public void A_tiny_picture_gives_up_the_drawing_and_the_last_words_but_not_the_title(int width, int height)
    {
        var layout = CardLayout.Fit(new Resolution(width, height), Title, Explanation);

        Assert.Equal(Title, string.Join(' ', layout.Title));
        AssertFits(layout, width, height);
    }

    [Fact]
    public void The_title_is_larger_than_the_words_below()
    {
        var layout = CardLayout.Fit(new Resolution(1280, 720), Title, Explanation);

        Assert.True(layout.TitleGrid.CellHeight >= 1.5 * layout.BodyGrid.CellHeight);
    }

    private static void AssertFits(CardLayout layout, int width, int height)
    {
        Assert.InRange(layout.Height, 1, height);
        Assert.All(layout.Title, line => Assert.InRange(line.Length * layout.TitleGrid.TightWidth, 1, width));
        Assert.All(layout.Body, line => Assert.InRange(line.Length * layout.BodyGrid.TightWidth, 1, width));
    }
}
