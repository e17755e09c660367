using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Frames;
using PiLittleEye.Lettering;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Lettering;

public sealed class MessageCardTests
{
    private readonly MessageCard _card = new();

    [Theory]
    [InlineData(64, 64)]
    [InlineData(64, 2000)]
    [InlineData(2000, 64)]
    [InlineData(640, 480)]
    [InlineData(720, 1280)]
    [InlineData(4096, 3072)]
    public void It_fills_the_whole_picture_and_nothing_else(int width, int height)
    {
        var guarded = new GuardedPicture(new Resolution(width, height));

        _card.Draw(guarded.Picture, "No camera", "Check the cable.", CardTone.Trouble);

        guarded.AssertGuardsIntact();
        Assert.Equal(CardColour.Ground.Y, guarded.Picture.Y[0]);
        Assert.Equal(CardColour.Ground.Y, guarded.Picture.Y[^1]);
        Assert.Equal(CardColour.Ground.U, guarded.Picture.U[^1]);
        Assert.Equal(CardColour.Ground.V, guarded.Picture.V[0]);
        Assert.Contains(CardColour.Text.Y, guarded.Picture.Y.ToArray());
    }

    [Fact]
    public void Every_tone_has_a_drawing_and_a_colour_of_its_own()
    {
        var drawn = Enum.GetValues<CardTone>().Select(tone => Draw("", "", tone)).ToList();

        Assert.Equal(drawn.Count, drawn.Select(picture => Convert.ToHexString(picture)).Distinct(StringComparer.Ordinal).Count());
        Assert.All(drawn.Zip(Enum.GetValues<CardTone>()), pair => Assert.Contains(CardIcon.Of(pair.Second).Colour.Y, pair.First));
    }

    [Fact]
    public void The_same_words_give_the_same_picture()
    {
        Assert.Equal(Draw("Signed out", "Sign in to see more.", CardTone.Calm), Draw("Signed out", "Sign in to see more.", CardTone.Calm));
    }

    [Fact]
    public void Endless_words_are_cut()
    {
        var words = string.Join(' ', Enumerable.Repeat("endless", 20_000));

        Draw(words, words, CardTone.Notice);
        Draw(words, words.Replace(' ', '\n'), CardTone.Notice);
    }

    [Fact]
    public void Any_words_on_any_usable_picture_stay_within_it()
    {
        var cases =
            from title in ArbMap.Default.GeneratorFor<string?>()
            from explanation in ArbMap.Default.GeneratorFor<string?>()
            from width in Gen.Choose(32, 160)
            from height in Gen.Choose(32, 160)
            from tone in Gen.Elements(Enum.GetValues<CardTone>())
            select (Title: title ?? "", Explanation: explanation ?? "", Picture: new Resolution(2 * width, 2 * height), Tone: tone);
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                cases.ToArbitrary(),
                one =>
                {
                    var guarded = new GuardedPicture(one.Picture);
                    _card.Draw(guarded.Picture, one.Title, one.Explanation, one.Tone);
                    guarded.AssertGuardsIntact();
                }
            )
        );
    }

    private byte[] Draw(string title, string explanation, CardTone tone)
    {
        var size = new Resolution(640, 480);
        var memory = new byte[size.I420Length];
        _card.Draw(new I420Picture(memory, size), title, explanation, tone);
        return memory;
    }
}
