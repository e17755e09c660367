using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Accounts;

namespace PiLittleEye.Tests.Accounts;

public sealed class UnicodeFormTests
{
    // As Python's unicodedata says it, which has the tables of Unicode itself.
    [Theory]
    [InlineData("A\u030A", "\u00C5")]
    [InlineData("\u212B", "\u00C5")]
    [InlineData("\uFB01n", "fin")]
    [InlineData("\u1E9B\u0323", "\u1E69")]
    [InlineData("e\u0323\u0301", "\u1EB9\u0301")]
    [InlineData("e\u0301\u0323", "\u1EB9\u0301")]
    [InlineData("\uAC01", "\uAC01")]
    [InlineData("\u1100\u1161\u11A8", "\uAC01")]
    [InlineData("\uFF21\uFF44\uFF41", "Ada")]
    [InlineData("\u2460", "1")]
    [InlineData("\u03D3", "\u038E")]
    [InlineData("\u0958", "\u0915\u093C")]
    [InlineData("\u0344", "\u0308\u0301")]
    [InlineData("\U0001D400\U0001D41D\U0001D41A", "Ada")]
    [InlineData("\u0F71\u0F72\u0F74", "\u0F71\u0F72\u0F74")]
    [InlineData("\u00BD", "1\u20442")]
    [InlineData("\u1D7D\u0301\u0327", "\u1D7D\u0327\u0301")]
    [InlineData("A\u0315\u0300\u05AE\u0300b", "\u00C0\u05AE\u0300\u0315b")]
    [InlineData("plain", "plain")]
    public void Every_spelling_of_a_letter_becomes_one(string text, string normal) => Assert.Equal(normal, UnicodeForm.Compatible(text));

    [Theory]
    [InlineData("ADA", "ada")]
    [InlineData("Stra\u00DFe", "strasse")]
    [InlineData("\u1E9E", "ss")]
    [InlineData("\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2", "\u03C3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C3")]
    [InlineData("\u0130", "i\u0307")]
    [InlineData("\uFB03", "ffi")]
    [InlineData("\u01F0", "j\u030C")]
    [InlineData("\uAB70", "\u13A0")]
    public void Capitals_and_small_letters_become_the_same(string text, string folded) => Assert.Equal(folded, UnicodeForm.Fold(text));

    [Fact]
    public void What_is_normal_stays_as_it_is()
    {
        var letters = Gen.Elements(
            "a",
            "E",
            "\u0301",
            "\u0323",
            "\u0315",
            "\uFF21",
            "\u1100",
            "\u1161",
            "\u11A8",
            "\uAC00",
            "\uFB03",
            "é",
            "ﷺ"
        );
        var texts = Gen.OneOf(letters.ArrayOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""));
        Prop.ForAll(texts.ToArbitrary(), text => UnicodeForm.Compatible(UnicodeForm.Compatible(text)) == UnicodeForm.Compatible(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
