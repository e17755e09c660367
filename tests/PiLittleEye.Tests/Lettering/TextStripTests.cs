using PiLittleEye.Frames;
using PiLittleEye.Lettering;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Lettering;

public sealed class TextStripTests
{
    private static readonly Resolution Size = new(320, 200);
    private readonly GlyphAtlas _atlas = new(20);
    private readonly TextStrip _strip = new();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(40, 60)]
    [InlineData(250, 190)]
    [InlineData(-30, -6)]
    [InlineData(318, 198)]
    [InlineData(-500, 10)]
    public void It_writes_inside_its_rectangle_and_never_outside_the_picture(int x, int y)
    {
        var guarded = new GuardedPicture(Size);
        _strip.Compose(_atlas, "12:34:56"u8);

        _strip.DrawOn(guarded.Picture, x, y);

        guarded.AssertGuardsIntact();
        guarded.AssertUnchangedOutside(x, y, _strip.Width, _strip.Height);
    }

    [Fact]
    public void Luma_is_the_glyph_over_the_picture()
    {
        var guarded = new GuardedPicture(Size);
        _strip.Compose(_atlas, "8"u8);

        _strip.DrawOn(guarded.Picture, 16, 16);

        var glyph = _atlas[(byte)'8'];
        for (var i = 0; i < glyph.Alpha.Length; i++)
        {
            var (y, x) = Math.DivRem(i, _atlas.CellWidth);
            var at = ((16 + y) * Size.Width) + 16 + x;
            Assert.Equal(Over(guarded.Before.Y[at], glyph.Alpha[i]) + glyph.Luma[i], guarded.Picture.Y[at]);
        }
    }

    [Fact]
    public void Chroma_fades_to_neutral_by_the_mean_of_the_four_pixels_it_colours()
    {
        var guarded = new GuardedPicture(Size);
        _strip.Compose(_atlas, "8"u8);

        _strip.DrawOn(guarded.Picture, 16, 16);

        var alpha = _atlas[(byte)'8'].Alpha;
        for (var y = 0; y < _atlas.CellHeight; y += 2)
        {
            for (var x = 0; x < _atlas.CellWidth; x += 2)
            {
                var upper = (y * _atlas.CellWidth) + x;
                var lower = upper + _atlas.CellWidth;
                var mean = (alpha[upper] + alpha[upper + 1] + alpha[lower] + alpha[lower + 1] + 2) / 4;
                var neutral = (byte)Math.Round(128 * mean / 255.0);
                var at = ((16 + y) / 2 * (Size.Width / 2)) + ((16 + x) / 2);
                Assert.Equal(Over(guarded.Before.U[at], mean) + neutral, guarded.Picture.U[at]);
                Assert.Equal(Over(guarded.Before.V[at], mean) + neutral, guarded.Picture.V[at]);
            }
        }
    }

    [Fact]
    public void Grey_stays_grey_under_the_text()
    {
        var memory = new byte[Size.I420Length];
        var picture = new I420Picture(memory, Size);
        memory.AsSpan().Fill(128);
        _strip.Compose(_atlas, "Wg@#8"u8);

        _strip.DrawOn(picture, 4, 4);

        Assert.Equal(-1, picture.U.IndexOfAnyExcept((byte)128));
        Assert.Equal(-1, picture.V.IndexOfAnyExcept((byte)128));
        Assert.NotEqual(-1, picture.Y.IndexOfAnyExcept((byte)128));
    }

    [Fact]
    public void A_shorter_text_leaves_nothing_of_the_longer_one()
    {
        var guarded = new GuardedPicture(Size);
        _strip.Compose(_atlas, "a longer text"u8);
        _strip.Compose(_atlas, "ab"u8);

        _strip.DrawOn(guarded.Picture, 0, 0);

        guarded.AssertUnchangedOutside(0, 0, 2 * _atlas.CellWidth, _atlas.CellHeight);
    }

    [Fact]
    public void Odd_places_are_refused_because_chroma_could_not_follow()
    {
        _strip.Compose(_atlas, "1"u8);

        Assert.Throws<ArgumentOutOfRangeException>(() => _strip.DrawOn(new GuardedPicture(Size).Picture, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => _strip.DrawOn(new GuardedPicture(Size).Picture, 0, 3));
    }

    private static int Over(byte below, int alpha) => (int)Math.Round(below * (255 - alpha) / 255.0);
}
