using System.Text;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;

namespace PiLittleEye.Tests.Mail.Mime;

public sealed class ReadableTextTests
{
    [Fact]
    public void Quoted_printable_in_utf_8_is_read() =>
        Assert.Equal("Code 123456 f\u00FCr dich\n", Read("Code 123456 f=C3=BCr dich\r\n", "quoted-printable", ("charset", "UTF-8")));

    [Fact]
    public void Base_64_of_flowed_text_is_read() =>
        Assert.Equal(
            "my code 123456\n",
            Read(
                Convert.ToBase64String("my \r\ncode \r\n123456"u8),
                "base64",
                ("charset", "us-ascii"),
                ("format", "Flowed"),
                ("delsp", "no")
            )
        );

    [Fact]
    public void Blanks_of_every_width_are_blanks_and_signs_without_width_are_gone() =>
        Assert.Equal("123 456 7\n", Read("\uFEFF123\u00A04\u200B5\u00AD6\u202F7\r\n", "8bit", ("charset", "utf-8")));

    [Fact]
    public void Html_is_read_as_its_words() =>
        Assert.Equal(
            "123456\n",
            ReadableText.Of(
                new MailPart
                {
                    Number = "1",
                    MediaType = "text/html",
                    Encoding = "base64",
                    Size = 40,
                },
                Encoding.ASCII.GetBytes(Convert.ToBase64String("<style>x</style>123456<br>"u8))
            )
        );

    private static string Read(string sent, string encoding, params (string Name, string Value)[] parameters) =>
        ReadableText.Of(
            new MailPart
            {
                Number = "1",
                MediaType = "text/plain",
                Encoding = encoding,
                Parameters = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal),
            },
            Encoding.UTF8.GetBytes(sent)
        );
}
