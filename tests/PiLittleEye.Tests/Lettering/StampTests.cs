using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Frames;
using PiLittleEye.Lettering;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Lettering;

public sealed class StampTests
{
    private const string Moment = "2026-11-21 14:03:59";

    private readonly Stamp _stamp = new();

    public static TheoryData<int, int> Pictures =>
        new()
        {
            { 320, 240 },
            { 640, 480 },
            { 1280, 720 },
            { 720, 1280 },
        };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void It_is_read_back_in_every_corner_and_size_from_a_picture_of_noise(int width, int height)
    {
        foreach (var size in Enum.GetValues<StampSize>())
        {
            foreach (var corner in Enum.GetValues<StampCorner>())
            {
                var guarded = new GuardedPicture(new Resolution(width, height));

                _stamp.Draw(guarded.Picture, Moment, size, corner);

                Assert.Equal(Moment, StampReader.Read(guarded.Picture.Y, guarded.Size, size, corner, Moment.Length));
                AssertInItsPlace(guarded, size, corner, Moment.Length);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_name_in_front_is_read_back_too(int width, int height)
    {
        const string Text = "Workshop printer " + Moment;
        var guarded = new GuardedPicture(new Resolution(width, height));

        _stamp.Draw(guarded.Picture, Text, StampSize.Medium, StampCorner.BottomLeft);

        var letters = string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code));
        Assert.Equal(
            Text,
            StampReader.Read(guarded.Picture.Y, guarded.Size, StampSize.Medium, StampCorner.BottomLeft, Text.Length, letters)
        );
    }

    [Fact]
    public void Of_a_text_too_long_for_the_picture_the_end_is_shown_where_the_time_is()
    {
        var guarded = new GuardedPicture(new Resolution(64, 64));

        _stamp.Draw(guarded.Picture, "Bench cam " + Moment, StampSize.Medium, StampCorner.TopRight);

        Assert.EndsWith(
            "14:03:59",
            StampReader.Read(guarded.Picture.Y, guarded.Size, StampSize.Medium, StampCorner.TopRight, 29),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_new_second_a_new_corner_a_new_size_and_a_new_picture_each_show_at_once()
    {
        var small = new Resolution(640, 480);
        AssertShows("14:03:59", small, StampSize.Medium, StampCorner.TopLeft);
        AssertShows("14:04:00", small, StampSize.Medium, StampCorner.TopLeft);
        AssertShows("14:04:00", small, StampSize.Medium, StampCorner.BottomRight);
        AssertShows("14:04:00", small, StampSize.Large, StampCorner.BottomRight);
        AssertShows("14:04:00", small.Transposed, StampSize.Large, StampCorner.BottomRight);
        AssertShows("14:04", small.Transposed, StampSize.Large, StampCorner.BottomRight);
    }

    [Fact]
    public void Neither_a_frame_nor_a_new_second_allocates()
    {
        var guarded = new GuardedPicture(new Resolution(1280, 720));
        string[] texts = ["2026-11-21 14:03:58", "2026-11-21 14:03:59"];

        // The runtime may allocate while it compiles a method again; a round without that must be free of it.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => AllocatedBy(DrawMany)));

        void DrawMany()
        {
            for (var frame = 0; frame < 60; frame++)
            {
                _stamp.Draw(guarded.Picture, texts[frame / 15 % 2], StampSize.Medium, StampCorner.TopLeft);
            }
        }
    }

    [Fact]
    public void No_text_leaves_the_picture_alone()
    {
        var guarded = new GuardedPicture(new Resolution(320, 240));

        _stamp.Draw(guarded.Picture, "", StampSize.Large, StampCorner.TopLeft);
        _stamp.Draw(guarded.Picture, "\u200B", StampSize.Large, StampCorner.TopLeft);

        guarded.AssertUnchangedOutside(0, 0, 0, 0);
    }

    [Fact]
    public void Any_text_on_any_usable_picture_stays_in_its_place()
    {
        var cases =
            from text in ArbMap.Default.GeneratorFor<string?>()
            from width in Gen.Choose(32, 200)
            from height in Gen.Choose(32, 200)
            from size in Gen.Elements(Enum.GetValues<StampSize>())
            from corner in Gen.Elements(Enum.GetValues<StampCorner>())
            select (Text: text ?? "", Picture: new Resolution(2 * width, 2 * height), Size: size, Corner: corner);
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                cases.ToArbitrary(),
                one =>
                {
                    var guarded = new GuardedPicture(one.Picture);
                    _stamp.Draw(guarded.Picture, one.Text, one.Size, one.Corner);

                    var length = Latin1Text.Encode(one.Text, new byte[one.Text.Length * Latin1Text.MostCodes]);
                    AssertInItsPlace(guarded, one.Size, one.Corner, length);
                }
            )
        );
    }

    [Fact]
    public void A_very_long_text_is_cut_to_its_end()
    {
        var guarded = new GuardedPicture(new Resolution(1920, 1080));
        var text = new string('…', 5000) + Moment;

        _stamp.Draw(guarded.Picture, text, StampSize.Small, StampCorner.TopLeft);

        guarded.AssertGuardsIntact();
        var length = ((Stamp.MostCharacters - Moment.Length) * Latin1Text.MostCodes) + Moment.Length;
        var read = StampReader.Read(
            guarded.Picture.Y,
            guarded.Size,
            StampSize.Small,
            StampCorner.TopLeft,
            length,
            StampReader.Moments + "."
        );
        Assert.EndsWith(".." + Moment, read, StringComparison.Ordinal);
    }

    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void AssertInItsPlace(GuardedPicture guarded, StampSize size, StampCorner corner, int length)
    {
        var layout = StampLayout.Fit(guarded.Size, size, corner, length);
        guarded.AssertGuardsIntact();
        guarded.AssertUnchangedOutside(layout.X, layout.Y, layout.Visible * new GlyphGrid(layout.CellHeight).CellWidth, layout.CellHeight);
        Assert.InRange(layout.X, 0, guarded.Size.Width);
        Assert.InRange(layout.Y, 0, guarded.Size.Height - layout.CellHeight);
    }

    private void AssertShows(string text, Resolution picture, StampSize size, StampCorner corner)
    {
        var guarded = new GuardedPicture(picture);
        _stamp.Draw(guarded.Picture, text, size, corner);
        Assert.Equal(text, StampReader.Read(guarded.Picture.Y, picture, size, corner, text.Length));
    }
}
