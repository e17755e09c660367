using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Lettering;

public sealed class GlyphAtlasTests
{
    public static TheoryData<int> Heights => [12, 14, 16, 20, 24, 30, 36, 46];

    // No-break space and soft hyphen are the only two that may look like another; Latin1Text gives neither.
    private static byte[] Characters =>
        [.. Enumerable.Range(0, 256).Select(code => (byte)code).Where(code => StrokeFont.Has(code) && code is not (0xA0 or 0xAD))];

    [Theory]
    [MemberData(nameof(Heights))]
    public void Every_character_differs_from_every_other(int height)
    {
        Assert.Equal([], PairsCloserThan(1.5, new GlyphAtlas(height), Characters));
    }

    [Theory]
    [MemberData(nameof(Heights))]
    public void The_characters_of_a_moment_differ_clearly(int height)
    {
        Assert.Equal([], PairsCloserThan(4, new GlyphAtlas(height), "0123456789-: "u8.ToArray()));
        Assert.Equal([], PairsCloserThan(6, new GlyphAtlas(height), "0123456789"u8.ToArray()));
    }

    [Theory]
    [InlineData('0', 'O')]
    [InlineData('1', 'l')]
    [InlineData('1', 'I')]
    [InlineData('l', 'I')]
    [InlineData('5', 'S')]
    [InlineData('8', 'B')]
    [InlineData('2', 'Z')]
    public void Twins_of_other_typefaces_are_told_apart(char one, char other)
    {
        foreach (var height in Heights)
        {
            Assert.Equal([], PairsCloserThan(5, new GlyphAtlas(height), [(byte)one, (byte)other]));
        }
    }

    [Theory]
    [MemberData(nameof(Heights))]
    public void Own_luma_never_exceeds_what_is_hidden(int height)
    {
        var atlas = new GlyphAtlas(height);
        foreach (var code in Characters)
        {
            Assert.All(atlas[code].Alpha.Zip(atlas[code].Luma), pixel => Assert.True(pixel.Second <= pixel.First));
        }
    }

    [Theory]
    [MemberData(nameof(Heights))]
    public void White_is_always_inside_black(int height)
    {
        var atlas = new GlyphAtlas(height);
        var glyph = atlas[(byte)'8'];
        for (var y = 1; y < atlas.CellHeight - 1; y++)
        {
            for (var x = 1; x < atlas.CellWidth - 1; x++)
            {
                var at = (y * atlas.CellWidth) + x;
                if (glyph.Luma[at] > 200)
                {
                    int[] around = [at - 1, at + 1, at - atlas.CellWidth, at + atlas.CellWidth];
                    Assert.All(around, neighbour => Assert.True(glyph.Alpha[neighbour] > 150));
                }
            }
        }
    }

    [Fact]
    public void A_glyph_is_drawn_once()
    {
        var atlas = new GlyphAtlas(20);

        Assert.Same(atlas[(byte)'7'], atlas[(byte)'7']);
    }

    [Fact]
    public void Codes_without_a_drawing_share_the_replacement_box()
    {
        var atlas = new GlyphAtlas(20);

        Assert.Same(atlas[StrokeFont.Replacement], atlas[0x07]);
        Assert.Same(atlas[StrokeFont.Replacement], atlas[0x9F]);
    }

    /// <summary>In per cent of a cell: 1 means that as many pixels as 1 % of the cell change between black and white, over a grey picture.</summary>
    private static List<string> PairsCloserThan(double percent, GlyphAtlas atlas, byte[] codes)
    {
        var shown = codes.Select(code => OverGrey(atlas[code])).ToArray();
        var pairs =
            from one in Enumerable.Range(0, codes.Length)
            from other in Enumerable.Range(one + 1, codes.Length - one - 1)
            let difference = Difference(shown[one], shown[other]) / 2.55 / shown[one].Length
            where difference < percent
            select $"{(char)codes[one]} {(char)codes[other]} {difference:f1} %";
        return [.. pairs];
    }

    private static int Difference(int[] one, int[] other)
    {
        var sum = 0;
        for (var i = 0; i < one.Length; i++)
        {
            sum += Math.Abs(one[i] - other[i]);
        }

        return sum;
    }

    private static int[] OverGrey(Glyph glyph) => [.. glyph.Alpha.Zip(glyph.Luma, (alpha, luma) => luma + ((255 - alpha) * 128 / 255))];
}
