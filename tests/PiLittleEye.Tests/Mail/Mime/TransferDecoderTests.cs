using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Mime;

public sealed class TransferDecoderTests
{
    [Theory]
    [InlineData("base64", "MTIzNDU2", "123456")]
    [InlineData("base64", "MTIz\r\nNDU2\r\n", "123456")]
    [InlineData("base64", "MTIzNDU=", "12345")]
    [InlineData("base64", "MTIzNDU2MTI", "12345612")]
    [InlineData("base64", "MTIzNDU2M", "123456")]
    [InlineData("base64", "MTIzNA==footer of a list", "1234")]
    [InlineData("quoted-printable", "Code 123456 f=C3=BCr dich", "Code 123456 f\u00C3\u00BCr dich")]
    [InlineData("quoted-printable", "123=\r\n456", "123456")]
    [InlineData("quoted-printable", "123= \t\r\n456", "123456")]
    [InlineData("quoted-printable", "123=\n456", "123456")]
    [InlineData("quoted-printable", "=31=32=3a", "12:")]
    [InlineData("quoted-printable", "--=20\r\n", "-- \r\n")]
    [InlineData("quoted-printable", "1=ZZ2 = 3", "1=ZZ2 = 3")]
    [InlineData("quoted-printable", "123456=C", "123456")]
    [InlineData("quoted-printable", "123456=", "123456")]
    [InlineData("7bit", "123=31", "123=31")]
    [InlineData("x-uuencode", "123456", "123456")]
    [InlineData("", "123456", "123456")]
    public void It_gives_what_was_written(string encoding, string sent, string written) =>
        Assert.Equal(written, Encoding.Latin1.GetString(TransferDecoder.Decode(encoding, Encoding.Latin1.GetBytes(sent))));

    [Fact]
    public void Of_base_64_that_is_cut_off_anywhere_comes_what_is_whole()
    {
        var some =
            from bytes in Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf()
            from cut in Gen.Choose(0, 400)
            select (bytes, cut);
        Prop.ForAll(
                some.ToArbitrary(),
                value =>
                {
                    var sent = Encoding.ASCII.GetBytes(Convert.ToBase64String(value.bytes, Base64FormattingOptions.InsertLineBreaks));
                    var cut = Math.Min(value.cut, sent.Length);
                    var decoded = TransferDecoder.Decode("base64", sent.AsSpan(0, cut));
                    Assert.True(value.bytes.AsSpan().StartsWith(decoded));
                    // Three of four signs that came through.
                    var came = sent.AsSpan(0, cut).ToArray().Count(sign => sign is not ((byte)'\r' or (byte)'\n' or (byte)'='));
                    Assert.Equal(came * 6 / 8, decoded.Length);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_comes_is_decoded_within_bounds()
    {
        string[] seeds = ["MTIzNDU2\r\nTWFpbA==\r\n", "Code 123456 f=C3=BCr=\r\n dich=20\r\n--=20\r\nAlice", "123= \t\r\n456"];
        Mutations.Try(
            seeds,
            input =>
            {
                Assert.True(TransferDecoder.Decode("base64", input).Length <= input.Length);
                Assert.True(TransferDecoder.Decode("quoted-printable", input).Length <= input.Length);
            },
            perByte: 8
        );
    }
}
