using System.Text;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Mime;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<div dir=\"ltr\">123456</div>", "123456")]
    [InlineData("<p>Code:&nbsp;123&#52;56</p>", "Code:\u00A0123456")]
    [InlineData("<b>123</b>456", "123456")]
    [InlineData("123<br>456", "123\n456")]
    [InlineData("<td>123</td><td>456</td>", "123 456")]
    [InlineData("<style>p{color:#123456}</style>hello", "hello")]
    [InlineData("<SCRIPT>var x=123456</SCRIPT>hello", "hello")]
    [InlineData("<title>123456</title>hello", "hello")]
    [InlineData("<script>123456", "")]
    [InlineData("<!-- 123456 -->hello", "hello")]
    [InlineData("<!-- 123456", "")]
    [InlineData("hello<blockquote>123456<blockquote>1</blockquote>2</blockquote>there", "hello\n\n\n\nthere")]
    [InlineData("</blockquote>123456", "123456")]
    [InlineData("<a title=\"5 > 3\" href='x>y'>123456</a>", "123456")]
    [InlineData("1 < 2 &amp; 3 & 4 &nonsense; &toolongtobeone;", "1 < 2 & 3 & 4 &nonsense; &toolongtobeone;")]
    [InlineData("a  \r\n\t b", "a b")]
    [InlineData("<a href=\"never closed>123456", "")]
    [InlineData("<", "<")]
    [InlineData("&", "&")]
    public void Its_words_are_left(string html, string text) => Assert.Equal(text, HtmlText.Of(html).Trim('\n', ' '));

    [Fact]
    public void Whatever_comes_is_read_within_bounds()
    {
        string[] seeds =
        [
            "<html><head><style>p{}</style><title>x</title></head><body><div dir=\"ltr\">Code:&nbsp;123&#52;56<br></div></body></html>",
            "<!-- a --><script>1</script><blockquote type='cite'>1 &lt; 2</blockquote><a title=\"5 > 3\">x</a>",
        ];
        Mutations.Try(
            seeds,
            input =>
            {
                var html = Encoding.Latin1.GetString(input);
                // An end of a line more for a tag.
                Assert.True(HtmlText.Of(html).Length <= html.Length + 1);
            }
        );
    }
}
