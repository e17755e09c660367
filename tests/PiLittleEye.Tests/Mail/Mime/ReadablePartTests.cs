using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Mime;

public sealed class ReadablePartTests
{
    [Fact]
    public void A_mail_that_is_one_text_is_read() => Assert.Equal("1", Chosen(Parts.Text("1")));

    [Fact]
    public void Of_two_forms_of_a_text_the_plain_one_is_read() =>
        Assert.Equal("1", Chosen(Parts.Multi("alternative", "", Parts.Text("1"), Parts.Html("2"))));

    [Fact]
    public void Html_is_read_where_there_is_nothing_plain() =>
        Assert.Equal("1.2", Chosen(Parts.Multi("mixed", "", Parts.Multi("related", "1", Parts.Picture("1.1"), Parts.Html("1.2")))));

    [Fact]
    public void An_empty_plain_text_is_no_reason_not_to_read_the_html() =>
        Assert.Equal("2", Chosen(Parts.Multi("alternative", "", Parts.Text("1") with { Size = 0 }, Parts.Html("2"))));

    [Fact]
    public void The_text_of_a_signed_mail_in_a_companys_wrapping_is_found() =>
        Assert.Equal(
            "1.1.1",
            Chosen(
                Parts.Multi(
                    "mixed",
                    "",
                    Parts.Multi(
                        "signed",
                        "1",
                        Parts.Multi("alternative", "1.1", Parts.Text("1.1.1"), Parts.Html("1.1.2")),
                        Parts.Picture("1.2")
                    ),
                    Parts.Text("2")
                )
            )
        );

    [Fact]
    public void Nothing_is_read_inside_a_forwarded_mail() =>
        Assert.Null(
            Chosen(
                Parts.Multi(
                    "mixed",
                    "",
                    new MailPart
                    {
                        Number = "1",
                        MediaType = "message/rfc822",
                        Parts = [Parts.Text("1.1")],
                    }
                )
            )
        );

    [Fact]
    public void No_attachment_is_read() =>
        Assert.Null(Chosen(Parts.Multi("mixed", "", Parts.Picture("1"), Parts.Text("2") with { Disposition = "attachment" })));

    [Fact]
    public void Parts_in_parts_without_end_are_no_trap()
    {
        var part = Parts.Text("deep");
        for (var level = 0; level < 10_000; level++)
        {
            part = Parts.Multi("mixed", "", part);
        }

        Assert.Null(Chosen(part));
    }

    private static string? Chosen(MailPart mail) => ReadablePart.Choose(mail)?.Number;
}
