using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Lettering;

public sealed class Latin1TextTests
{
    [Theory]
    [InlineData("Bench cam 14:03", "Bench cam 14:03")]
    [InlineData("Küche, café, ÿ", "Küche, café, ÿ")]
    [InlineData("a – b — c − d", "a - b - c - d")]
    [InlineData("‘a’ “b” ‚c„", "'a' \"b\" 'c\"")]
    [InlineData("wait…", "wait...")]
    [InlineData("• ‹x›", "· <x>")]
    [InlineData("Łódź Čapek Őr İzmir", "Lódz Capek Or Izmir")]
    [InlineData("a\tb\nc\u00A0d\u2009e", "a b c d e")]
    [InlineData("re\u00ADset", "re-set")]
    [InlineData("cafe\u0301 x\u200By", "cafe xy")]
    public void Characters_become_the_nearest_that_the_typeface_has(string text, string shown) => Assert.Equal(shown, Encode(text));

    [Theory]
    [InlineData("日本", 2)]
    [InlineData("😀", 1)]
    [InlineData("\u0007\u0080", 2)]
    public void What_has_no_neighbour_becomes_a_box_one_for_each_sign(string text, int boxes)
    {
        Assert.Equal(new string((char)StrokeFont.Replacement, boxes), Encode(text));
    }

    [Fact]
    public void Half_a_sign_becomes_a_box_too()
    {
        var halves = "a\uD83D" + "b\uDE00";

        Assert.Equal("a\u007Fb\u007F", Encode(halves));
    }

    [Fact]
    public void It_stops_where_the_room_ends()
    {
        var codes = new byte[4];

        Assert.Equal(4, Latin1Text.Encode("ab……", codes));
        Assert.Equal("ab..", Encoding.Latin1.GetString(codes));
    }

    [Fact]
    public void Any_text_becomes_codes_that_are_drawn_and_never_more_than_promised()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<string?>(text => Encode(text ?? "").All(code => StrokeFont.Has((byte)code))));
    }

    private static string Encode(string text)
    {
        var codes = new byte[text.Length * Latin1Text.MostCodes];
        return Encoding.Latin1.GetString(codes, 0, Latin1Text.Encode(text, codes));
    }
}
