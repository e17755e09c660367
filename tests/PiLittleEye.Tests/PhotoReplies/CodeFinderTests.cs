using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class CodeFinderTests
{
    [Theory]
    [InlineData("123456")]
    [InlineData("123 456")]
    [InlineData("  123456  \n")]
    [InlineData("123456.")]
    [InlineData("My code is 123456, thanks")]
    [InlineData("Code:123456")]
    [InlineData("(123456)")]
    [InlineData("- 123456")]
    [InlineData("front 2 123456")]
    [InlineData("\n\n\n123456\n\n\nSent from my iPhone")]
    [InlineData("123456\n123456")]
    [InlineData("123456 and again 123 456")]
    // A signature with numbers, below its line and without one.
    [InlineData("123456\n-- \nAlice, Tel. 654321, Suite 111111")]
    [InlineData("123456\n--\n654321")]
    [InlineData("123456\n\nAlice\n+49 30 654321\n(030) 654321\n030/654321\n030-654321\n+654321")]
    // Dates, amounts, order numbers, codes in colours and links.
    [InlineData("123456 by 2026-11-21 for 654321.50 or 1,654321 order AB-654321 #654321 a654321b 1234567")]
    [InlineData("123456 https://example.com/654321/x?y=654321&z=654321%20")]
    // Quoted replies of all kinds.
    [InlineData("123456\n> 654321")]
    [InlineData("123456\nOn Sat, 21 Nov 2026 at 14:03, Camera <camera@example.com> wrote:\n654321")]
    [InlineData("123456\nOn Sat, 21 Nov 2026 at 14:03, Camera\n<654321@example.com>\nwrote:\n654321")]
    [InlineData("123456\nAm 21.11.26 um 14:03 schrieb Camera:\n654321")]
    [InlineData("123456\nLe sam. 21 nov. 2026 à 14:03, 654321 a\n<camera@example.com> écrit :\n654321")]
    [InlineData("123456\n-----Original Message-----\n654321")]
    [InlineData("123456\n---------- Forwarded message ---------\n654321")]
    [InlineData("123456\nBegin forwarded message:\n654321")]
    [InlineData("123456\n________________________________\n654321")]
    [InlineData("123456\nFrom: Camera <camera@example.com>\nSent: Saturday\nTo: Alice\nSubject: 654321\n\n654321")]
    [InlineData("123456\nVon: Camera\nGesendet: Samstag\nAn: Alice\n654321")]
    public void The_one_code_is_found(string text) => Assert.Equal("123456", CodeFinder.Find(text).Code);

    [Theory]
    [InlineData("")]
    [InlineData("please")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12 34 56")]
    [InlineData("123  456")]
    [InlineData("123\n456")]
    [InlineData("1 123 456")]
    [InlineData("123 456 789")]
    [InlineData("12 123456")]
    [InlineData("123456 78")]
    [InlineData("123456 654321")]
    [InlineData("+123456")]
    [InlineData("030-123456")]
    [InlineData("(030) 123456")]
    [InlineData("123456-78")]
    [InlineData("0,123456")]
    [InlineData("a123456")]
    [InlineData("123456a")]
    [InlineData("x@123456.example")]
    // Other scripts' digits are none.
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666")]
    [InlineData("> 123456")]
    [InlineData("-- \n123456")]
    [InlineData("---------- Forwarded message ---------\n123456")]
    public void What_is_no_code_is_none(string text)
    {
        var finding = CodeFinder.Find(text);
        Assert.Null(finding.Code);
        Assert.True(finding.IsOnlyOne);
    }

    [Theory]
    [InlineData("123456, 654321")]
    [InlineData("123456\n654321")]
    [InlineData("123 456 or 654 321")]
    public void Several_are_several_guesses(string text)
    {
        var finding = CodeFinder.Find(text);
        Assert.Null(finding.Code);
        Assert.False(finding.IsOnlyOne);
    }

    [Fact]
    public void Leading_zeros_are_part_of_it() => Assert.Equal("000042", CodeFinder.Find("000042").Code);

    [Fact]
    public void The_lines_around_it_are_beside_it()
    {
        Assert.Equal(
            "front\n123456 rotate\nplease",
            CodeFinder.Find("Hello\n\nfront\n123456 rotate\nplease\n\nSent from my iPhone").Beside
        );
    }

    [Fact]
    public void Whatever_surrounds_it_in_words_it_is_found()
    {
        var some =
            from code in Gen.Choose(0, 999_999)
            from before in Gen.Elements("", "Code ", "please, ", "Foto: ", "\u00FC ", "rotate\n", "(")
            from after in Gen.Elements("", ".", " thanks", "\n\nAlice", "!", ")", "\n-- \n999999")
            select (Code: code.ToString("D6", System.Globalization.CultureInfo.InvariantCulture), before, after);
        Prop.ForAll(some.ToArbitrary(), one => Assert.Equal(one.Code, CodeFinder.Find($"{one.before}{one.Code}{one.after}").Code))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_is_written_is_read_within_bounds() =>
        Mutations.Try(
            [
                "My code is 123 456.\n\nOn Sat, Alice\nwrote:\n> 654321\n",
                "123456\n-- \n+49 30 654321",
                "From: x\nSent: y\n12345678 (030) 123456",
            ],
            input =>
            {
                var finding = CodeFinder.Find(System.Text.Encoding.Latin1.GetString(input));
                Assert.True(finding.Code is null || (finding.Code.Length == 6 && finding.Code.All(char.IsAsciiDigit)));
            },
            // Two hundred lines are cut apart and looked at one by one.
            perByte: 120
        );
}
