using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Lettering;

namespace PiLittleEye.Tests.Lettering;

public sealed class WordWrapTests
{
    [Fact]
    public void Lines_are_about_the_same_length()
    {
        Assert.Equal(["it is being", "started again"], WordWrap.Balance("it is being started again", columns: 22));
    }

    [Fact]
    public void A_word_longer_than_a_line_is_broken()
    {
        Assert.Equal(["pi", "little", "eye"], WordWrap.Balance("pi little eye", columns: 6));
        Assert.Equal(["libca", "merif", "y"], WordWrap.Balance("libcamerify", columns: 5));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Nothing_gives_no_line(string paragraph) => Assert.Empty(WordWrap.Balance(paragraph, columns: 10));

    [Fact]
    public void No_line_is_too_long_and_no_letter_is_lost()
    {
        Check.QuickThrowOnFailure(
            Prop.ForAll<string?, byte>(
                (text, columns) =>
                {
                    var paragraph = (text ?? "").Replace('\n', ' ');
                    var lines = WordWrap.Balance(paragraph, 1 + columns);
                    Assert.All(lines, line => Assert.InRange(line.Length, 1, 1 + columns));
                    Assert.Equal(
                        paragraph.Replace(" ", "", StringComparison.Ordinal),
                        string.Concat(lines).Replace(" ", "", StringComparison.Ordinal)
                    );
                }
            )
        );
    }
}
