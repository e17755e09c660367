using System.Text;
using PiLittleEye.Mail.Mime;

namespace PiLittleEye.Tests.Mail.Mime;

public sealed class TextCharsetTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("UTF-8 ")]
    [InlineData("us-ascii")]
    [InlineData("windows-1252")]
    [InlineData("iso-2022-jp")]
    [InlineData("x-of-nobody")]
    [InlineData(null)]
    public void Digits_are_digits_whatever_the_charset(string? charset) =>
        Assert.Equal("Code 123456", TextCharset.Decode(charset, "Code 123456"u8));

    [Fact]
    public void Sixteen_bits_are_read_by_their_mark_and_else_in_the_networks_order()
    {
        Assert.Equal("123456", TextCharset.Decode("utf-16", Encoding.BigEndianUnicode.GetBytes("123456")));
        Assert.Equal("\uFEFF123456", TextCharset.Decode("utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("123456")]));
        Assert.Equal("123456", TextCharset.Decode("utf-16le", Encoding.Unicode.GetBytes("123456")));
    }

    [Fact]
    public void A_charset_nobody_knows_keeps_every_byte() =>
        Assert.Equal("\u00FC1\u0080", TextCharset.Decode("klingon", [0xFC, 0x31, 0x80]));

    [Fact]
    public void What_is_not_the_charset_it_claims_to_be_is_no_error() =>
        Assert.EndsWith("123456", TextCharset.Decode("utf-8", [0xFC, .. "123456"u8]));
}
