using System.Text;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Mime;

public sealed class FlowedTextTests
{
    [Theory]
    // Thunderbird: the blank at the end belongs to the text.
    [InlineData(false, "my \ncode \n123456\n", "my code 123456\n")]
    // Apple Mail on a Mac: it does not, so that even a word may be wrapped.
    [InlineData(true, "123 \n456\n", "123456\n")]
    [InlineData(true, "123  \n456\n", "123 456\n")]
    // Stuffed lines.
    [InlineData(false, " From me\n >no quotation\n", "From me\n>no quotation\n")]
    [InlineData(false, "  123456\n", " 123456\n")]
    // A quotation does not go on in what is not quoted, nor the other way round.
    [InlineData(false, "> 654321 \n123456\n", ">654321 \n123456\n")]
    [InlineData(false, "123456 \n> 654321\n", "123456 \n>654321\n")]
    [InlineData(false, ">> a \n>> b\n> c\n", ">a b\n>c\n")]
    // A signature's line is none that goes on.
    [InlineData(false, "123456\n-- \nAlice\n", "123456\n-- \nAlice\n")]
    [InlineData(true, "123456 \n-- \nAlice\n", "123456\n-- \nAlice\n")]
    [InlineData(false, "", "\n")]
    public void It_is_put_together_again(bool isDelSp, string sent, string written) =>
        Assert.Equal(written.TrimEnd('\n'), FlowedText.Unwrap(sent, isDelSp).TrimEnd('\n'));

    [Fact]
    public void Whatever_comes_is_unwrapped_within_bounds()
    {
        string[] seeds = ["my \ncode \n123456\n-- \nAlice\n", ">> a \n>> b\n> c\n  stuffed \n\n"];
        Mutations.Try(
            seeds,
            input =>
            {
                var text = Encoding.Latin1.GetString(input);
                Assert.True(FlowedText.Unwrap(text, isDelSp: true).Length <= (2 * text.Length) + 2);
                FlowedText.Unwrap(text, isDelSp: false);
            }
        );
    }
}
