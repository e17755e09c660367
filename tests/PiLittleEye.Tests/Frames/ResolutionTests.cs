using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Frames;

public sealed class ResolutionTests
{
    [Theory]
    [InlineData("1280x720", 1280, 720)]
    [InlineData("64x64", 64, 64)]
    [InlineData("1X2", 1, 2)]
    public void It_is_read_as_width_by_height(string text, int width, int height)
    {
        Assert.True(Resolution.TryParse(text, out var size));
        Assert.Equal(new Resolution(width, height), size);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1280")]
    [InlineData("1280x")]
    [InlineData("x720")]
    [InlineData("1280x720x3")]
    [InlineData("1280 x 720")]
    [InlineData(" 1280x720")]
    [InlineData("1280x720\n")]
    [InlineData("1280x720\0")]
    [InlineData("1280\0x720")]
    [InlineData("+1280x720")]
    [InlineData("-1280x720")]
    [InlineData("0x720")]
    [InlineData("1280x0")]
    [InlineData("01280x720")]
    [InlineData("1280,5x720")]
    [InlineData("1e3x720")]
    [InlineData("99999999999x720")]
    [InlineData("١٢٨٠x٧٢٠")]
    public void Nothing_else_is_read(string? text) => Assert.False(Resolution.TryParse(text, out _));

    [Fact]
    public void What_is_written_is_read_back()
    {
        var sides = Gen.Choose(1, int.MaxValue);
        var sizes = sides.SelectMany(width => sides.Select(height => new Resolution(width, height)));
        Prop.ForAll(sizes.ToArbitrary(), size => Resolution.TryParse(size.ToString(), out var read) && read == size)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_is_read_is_written_in_the_same_way()
    {
        // Pieces of sizes, so that a good part of the texts is nearly right.
        var pieces = Gen.Elements("1280", "720", "x", "X", "0", "1", " ", "-", "\0", "９", "2147483648", "");
        var texts = pieces.ArrayOf().Select(string.Concat);
        Prop.ForAll(
                texts.ToArbitrary(),
                text => !Resolution.TryParse(text, out var size) || string.Equals(size.ToString(), text, StringComparison.OrdinalIgnoreCase)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true));
    }

    [Theory]
    [InlineData(64, 64, true)]
    [InlineData(8192, 8192, true)]
    [InlineData(62, 64, false)]
    [InlineData(64, 62, false)]
    [InlineData(8194, 64, false)]
    [InlineData(64, 8194, false)]
    [InlineData(65, 64, false)]
    [InlineData(64, 65, false)]
    [InlineData(-64, -64, false)]
    [InlineData(65536, 65536, false)]
    public void It_is_usable_with_even_sides_within_the_limits(int width, int height, bool isUsable) =>
        Assert.Equal(isUsable, new Resolution(width, height).IsUsable);

    [Fact]
    public void A_planar_picture_has_one_and_a_half_bytes_for_a_pixel()
    {
        Assert.Equal(1_382_400, new Resolution(1280, 720).I420Length);
        Assert.Equal(100_663_296, new Resolution(8192, 8192).I420Length);
    }

    [Fact]
    public void It_is_written_alike_in_every_country()
    {
        var here = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NegativeSign = "minus" } };
            Assert.Equal("-1280x720", new Resolution(-1280, 720).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }
}
