using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class LoopGuardTests
{
    [Theory]
    [InlineData("Return-Path", "<>", "bounce")]
    [InlineData("Return-Path", " <> ", "bounce")]
    [InlineData("Auto-Submitted", "auto-replied", "automatic")]
    [InlineData("auto-submitted", "auto-generated; owner=x", "automatic")]
    [InlineData("List-Id", "<x.example.com>", "mailing-list")]
    [InlineData("List-Unsubscribe", "<mailto:x@example.com>", "mailing-list")]
    [InlineData("LIST-POST", "NO", "mailing-list")]
    [InlineData("Precedence", "bulk", "mailing-list")]
    [InlineData("Precedence", "List", "mailing-list")]
    [InlineData("Precedence", "junk", "mailing-list")]
    [InlineData("Feedback-ID", "1:2:3", "mailing-list")]
    [InlineData("X-Auto-Response-Suppress", "All", "automatic")]
    [InlineData("X-Auto-Response-Suppress", "OOF, AutoReply", "automatic")]
    [InlineData("X-Auto-Response-Suppress", "RN, DR", "automatic")]
    [InlineData("X-Loop", "alice@example.com", "automatic")]
    public void What_no_person_wrote_is_never_answered(string name, string value, string reason) =>
        Assert.Equal(reason, Check("alice@example.com", new MailHeader(name, value))?.Reason);

    [Theory]
    [InlineData("mailer-daemon@example.com")]
    [InlineData("MAILER-DAEMON@example.com")]
    [InlineData("postmaster@example.com")]
    [InlineData("noreply@example.com")]
    [InlineData("no-reply@example.com")]
    public void Nor_whoever_takes_no_mail(string from) => Assert.Equal("bounce", Check(from)?.Reason);

    [Fact]
    public void Nor_a_report() =>
        Assert.Equal(
            "bounce",
            LoopGuard
                .Check(Mail() with { Structure = Parts.Multi("report", "") }, MailAddress.Parse("alice@example.com")!, own: null)
                ?.Reason
        );

    [Fact]
    public void Nor_the_own_address() => Assert.Equal("own-address", Check("Camera@Example.com")?.Reason);

    [Theory]
    [InlineData("Auto-Submitted", "no")]
    [InlineData("Auto-Submitted", "No (a person)")]
    [InlineData("Precedence", "normal")]
    [InlineData("X-Auto-Response-Suppress", "OOF")]
    [InlineData("Return-Path", "<alice@example.com>")]
    [InlineData("Listing", "x")]
    public void A_person_is_answered(string name, string value) => Assert.Null(Check("alice@example.com", new MailHeader(name, value)));

    private static Verdict? Check(string from, params MailHeader[] headers) =>
        LoopGuard.Check(Mail(headers), MailAddress.Parse(from)!, MailAddress.Parse("camera@example.com"));

    private static ReceivedMail Mail(params MailHeader[] headers) =>
        new()
        {
            Uid = 1,
            Size = 1000,
            ReceivedAt = SteppingClock.Start,
            Headers = headers,
            Structure = Parts.Text("1"),
        };
}
