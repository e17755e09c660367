using System.Text;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Connection;
using PiLittleEye.Mail.Smtp;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Smtp;

public sealed class SmtpReplyParserTests
{
    private static readonly MailServer s_server = new("mail.example.org", 465, MailEncryption.Tls);

    [Theory]
    [InlineData("250 ok", 250, "", "ok")]
    [InlineData("250", 250, "", "")]
    [InlineData("250 ", 250, "", "")]
    [InlineData("535 5.7.8 Error: authentication failed", 535, "5.7.8", "Error: authentication failed")]
    [InlineData("454 4.7.0", 454, "4.7.0", "")]
    [InlineData("550 4.1.1 class and code differ", 550, "", "4.1.1 class and code differ")]
    [InlineData("250 2.0 Ok", 250, "", "2.0 Ok")]
    [InlineData("250 2.0.1234 Ok", 250, "", "2.0.1234 Ok")]
    [InlineData("220 mail.example.org ESMTP Postfix", 220, "", "mail.example.org ESMTP Postfix")]
    public void A_line_is_a_code_a_status_and_words(string line, int code, string status, string words)
    {
        var reply = Parse(line)!;
        Assert.Equal((code, status, words), (reply.Code, reply.Status, Assert.Single(reply.Lines)));
    }

    [Fact]
    public void Several_lines_are_one_reply()
    {
        var reply = Parse("250-2.1.0 mail.example.org", "250-SIZE 10485760", "250 AUTH PLAIN LOGIN")!;
        Assert.Equal(["mail.example.org", "SIZE 10485760", "AUTH PLAIN LOGIN"], reply.Lines);
        Assert.Equal("250 2.1.0 mail.example.org SIZE 10485760 AUTH PLAIN LOGIN", reply.Words);
        Assert.Null(Parse("250-a", "250-b"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("2500 ok")]
    [InlineData("250_ok")]
    [InlineData("099 ok")]
    [InlineData("600 ok")]
    [InlineData(" 250 ok")]
    [InlineData("2x0 ok")]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("* OK IMAP4rev1")]
    public void What_is_no_reply_is_taken_for_none(string line) =>
        Assert.Equal("answer-unintelligible", Assert.Throws<MailUnavailableException>(() => Parse(line)).Code);

    [Fact]
    public void A_code_that_changes_within_a_reply_is_no_reply() =>
        Assert.Throws<MailUnavailableException>(() => Parse("250-ok", "550 no"));

    [Fact]
    public void A_reply_without_an_end_is_given_up()
    {
        var parser = new SmtpReplyParser(s_server);
        for (var line = 0; line < MailLimits.ReplyLines; line++)
        {
            Assert.Null(parser.Add("250-more"u8));
        }

        Assert.Throws<MailUnavailableException>(() => parser.Add("250-more"u8));
    }

    [Fact]
    public void Two_hundred_thousand_broken_replies_end_in_a_reply_or_in_the_one_exception()
    {
        string[] seeds = ["250-mail.example.org", "250 AUTH PLAIN", "535 5.7.8 no", "421 4.3.2 bye", "354 go", "250-SIZE 1"];
        var noise = new Noise(11);
        var replies = 0;
        for (var input = 0; input < 200_000; input++)
        {
            var parser = new SmtpReplyParser(s_server);
            try
            {
                for (var line = 0; line < 4; line++)
                {
                    if (parser.Add(Broken(Encoding.ASCII.GetBytes(seeds[noise.Next(seeds.Length)]), noise)) is { } reply)
                    {
                        Assert.InRange(reply.Code, 100, 599);
                        Assert.True(reply.Words.Length < 250 && !reply.Words.Any(char.IsControl));
                        replies++;
                        break;
                    }
                }
            }
            catch (MailUnavailableException refused)
            {
                Assert.Equal("answer-unintelligible", refused.Code);
            }
        }

        Assert.InRange(replies, 20_000, 190_000);
    }

    private static byte[] Broken(byte[] line, Noise noise)
    {
        for (var change = noise.Next(4); change > 0; change--)
        {
            switch (noise.Next(3))
            {
                case 0:
                    line[noise.Next(line.Length)] = (byte)noise.Next(256);
                    break;
                case 1:
                    line = line[..(1 + noise.Next(line.Length))];
                    break;
                default:
                    line = [.. line, .. line];
                    break;
            }
        }

        return line;
    }

    private static SmtpReply? Parse(params string[] lines)
    {
        var parser = new SmtpReplyParser(s_server);
        SmtpReply? reply = null;
        foreach (var line in lines)
        {
            reply = parser.Add(Encoding.Latin1.GetBytes(line));
        }

        return reply;
    }
}
