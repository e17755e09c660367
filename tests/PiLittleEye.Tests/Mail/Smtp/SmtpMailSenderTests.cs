using Microsoft.Extensions.Logging;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Connection;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Mail.Queue;
using PiLittleEye.Mail.Smtp;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Smtp;

/// <summary>Against a server that does what no real one does.</summary>
public sealed partial class SmtpMailSenderTests
{
    private const string From = "camera@example.org";
    private const string To = "owner@example.net";
    private static readonly byte[] s_message = MimeWriter.WithSender(From, "Camera", MimeWriter.Write(SomeMail.Reply));

    [Fact]
    public async Task A_mail_is_sent_with_as_few_words_as_possible()
    {
        IReadOnlyList<string> heard = [];
        await using var server = new ScriptedServer(async talk =>
        {
            await OpenAsync(talk, "250-SIZE 1000000", "250 AUTH PLAIN");
            await LoggedInAsync(talk);
            await TakeAsync(talk, "250 2.0.0 Ok 0100018c-id");
            heard = talk.Heard;
        });
        Assert.Equal("250 2.0.0 Ok 0100018c-id", await SendAsync(server));
        await Limit.Until(() => heard.Count > 0, "the end of the talk");
        Assert.Equal(
            [
                "EHLO [127.0.0.1]",
                "STARTTLS",
                "EHLO [127.0.0.1]",
                "AUTH PLAIN AGNhbWVyYQBzZWNyZXQ=",
                $"MAIL FROM:<{From}> SIZE={s_message.Length}",
                $"RCPT TO:<{To}>",
                "DATA",
            ],
            heard.Take(7)
        );
        Assert.Equal("QUIT", heard[^1]);
    }

    [Theory]
    [InlineData("AUTH LOGIN", "AUTH LOGIN|Y2FtZXJh|c2VjcmV0")]
    [InlineData("AUTH=LOGIN CRAM-MD5", "AUTH LOGIN|Y2FtZXJh|c2VjcmV0")]
    public async Task Who_takes_no_plain_login_gets_the_other_one(string offer, string words)
    {
        IReadOnlyList<string> heard = [];
        await using var server = new ScriptedServer(async talk =>
        {
            await OpenAsync(talk, $"250 {offer}");
            await HearAndSayAsync(talk, "334 VXNlcm5hbWU6");
            await HearAndSayAsync(talk, "334 UGFzc3dvcmQ6");
            await LoggedInAsync(talk);
            await TakeAsync(talk, "250 ok");
            heard = talk.Heard;
        });
        await SendAsync(server);
        await Limit.Until(() => heard.Count > 0, "the end of the talk");
        Assert.Equal(words.Split('|'), heard.Skip(3).Take(3));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_told_so_after_the_empty_answer()
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await OpenAsync(talk, "250 AUTH XOAUTH2 OAUTHBEARER");
            Assert.StartsWith("AUTH XOAUTH2 ", await HearAndSayAsync(talk, "334 eyJzdGF0dXMiOiI0MDEifQ=="), StringComparison.Ordinal);
            Assert.Equal("", await HearAndSayAsync(talk, "535 5.7.3 Authentication unsuccessful"));
            await talk.UntilGoneAsync();
        });
        var login = new MailLogin("camera", isToken: true, _ => ValueTask.FromResult("token"));
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync(server, login: login));
        Assert.Equal("login-refused", refused.Code);
        Assert.DoesNotContain("token", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_longer_than_a_command_may_be_waits_to_be_asked_for()
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await OpenAsync(talk, "250 AUTH XOAUTH2");
            Assert.Equal("AUTH XOAUTH2", await HearAndSayAsync(talk, "334 "));
            Assert.InRange((await HearAndSayAsync(talk, "235 ok")).Length, 16_000, 20_000);
            await TakeAsync(talk, "250 ok");
        });
        var login = new MailLogin("camera", isToken: true, _ => ValueTask.FromResult(new string('t', 12_500)));
        await SendAsync(server, login: login);
    }

    [Fact]
    public async Task Without_starttls_nothing_is_said_that_is_worth_hearing()
    {
        IReadOnlyList<string> heard = [];
        await using var server = new ScriptedServer(async talk =>
        {
            await talk.SayAsync("220 mail.example.org");
            // Stripped on the way, and the login left standing.
            await HearAndSayAsync(talk, "250-mail.example.org", "250 AUTH PLAIN LOGIN");
            heard = talk.Heard;
            await talk.UntilGoneAsync();
        });
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync(server));
        Assert.Equal("starttls-missing", refused.Code);
        Assert.DoesNotContain(
            heard,
            line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal)
        );
        Assert.Equal(FailureScope.Server, MailFailures.ScopeOf(refused));
    }

    [Fact]
    public async Task What_is_pushed_behind_the_consent_to_starttls_is_thrown_away()
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await talk.SayAsync("220 mail.example.org");
            await HearAndSayAsync(talk, "250-mail.example.org", "250 STARTTLS");
            // An attacker's words in the same packet: taken as the answer to the second EHLO they would choose the login.
            await HearAndSayAsync(talk, "220 go", "250-mail.example.org", "250 AUTH LOGIN");
            await talk.EncryptAsync();
            await HearAndSayAsync(talk, "250-mail.example.org", "250 AUTH PLAIN");
            Assert.StartsWith("AUTH PLAIN ", await HearAndSayAsync(talk, "235 ok"), StringComparison.Ordinal);
            await TakeAsync(talk, "250 ok");
        });
        Assert.Equal("250 ok", await SendAsync(server));
    }

    [Fact]
    public async Task A_server_that_hangs_up_in_the_middle_of_the_mail_gets_it_again_later()
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await OpenAsync(talk, "250 AUTH PLAIN");
            await LoggedInAsync(talk);
            await HearAndSayAsync(talk, "250 ok");
            await HearAndSayAsync(talk, "250 ok");
            await HearAndSayAsync(talk, "354 go ahead");
            await talk.HearAsync();
        });
        var broken = await Assert.ThrowsAsync<MailUnavailableException>(() => SendAsync(server));
        Assert.Equal(FailureScope.Server, MailFailures.ScopeOf(broken));
        Assert.Contains("354 go ahead", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_a_server_hangs_up_is_told_when_it_said_so()
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await OpenAsync(talk, "250 AUTH PLAIN");
            await HearAndSayAsync(talk, "421 4.7.0 Too many concurrent SMTP connections");
        });
        var busy = await Assert.ThrowsAsync<MailUnavailableException>(() => SendAsync(server));
        Assert.Equal("server-busy", busy.Code);
        Assert.Contains("Too many concurrent SMTP connections", busy.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_bigger_than_the_server_takes_is_not_even_offered()
    {
        IReadOnlyList<string> heard = [];
        await using var server = new ScriptedServer(async talk =>
        {
            await OpenAsync(talk, "250-SIZE 100", "250 AUTH PLAIN");
            await LoggedInAsync(talk);
            heard = talk.Heard;
            await talk.UntilGoneAsync();
        });
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => SendAsync(server));
        Assert.Equal("mail-too-big", refused.Code);
        Assert.DoesNotContain(heard, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_with_a_command_in_it_never_reaches_the_server()
    {
        var connector = new ScriptedServer();
        await using (connector)
        {
            foreach (var bad in new[] { "a@b\r\nRCPT TO:<x@y>", "\"a\r\nDATA\r\n\"@b", "a@b>", "a@b\0" })
            {
                var sender = new SmtpMailSender(connector.Connector(), connector.Server(), MailLogin.WithPassword("a", "b"));
                await Assert.ThrowsAsync<MailRefusedException>(() => sender.SendAsync(bad, To, s_message, CancellationToken.None));
                await Assert.ThrowsAsync<MailRefusedException>(() => sender.SendAsync(From, bad, s_message, CancellationToken.None));
            }
        }
    }

    [Fact]
    public async Task The_protocol_log_shows_the_talk_and_no_password()
    {
        var log = new CollectingLogger<MailConnector>();
        await using var server = new ScriptedServer(async talk =>
        {
            await OpenAsync(talk, "250 AUTH PLAIN");
            await LoggedInAsync(talk);
            await TakeAsync(talk, "250 ok");
        });
        await SendAsync(server, log);
        Assert.Contains(log.Messages, line => line.Contains("AUTH PLAIN ***", StringComparison.Ordinal));
        Assert.Contains(log.Messages, line => line.Contains("354", StringComparison.Ordinal));
        Assert.DoesNotContain(
            log.Messages,
            line => line.Contains("AGNhbWVy", StringComparison.Ordinal) || line.Contains("A photo", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("220 not smtp", "* OK imap")]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("220-a", "221 b")]
    public async Task Who_speaks_something_else_is_left_alone(params string[] greeting)
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await talk.SayAsync(greeting);
            await talk.UntilGoneAsync();
        });
        Assert.Equal("answer-unintelligible", (await Assert.ThrowsAsync<MailUnavailableException>(() => SendAsync(server))).Code);
    }

    private static Task<string> SendAsync(ScriptedServer server, ILogger<MailConnector>? log = null, MailLogin? login = null) =>
        new SmtpMailSender(server.Connector(logger: log), server.Server(), login ?? MailLogin.WithPassword("camera", "secret")).SendAsync(
            From,
            To,
            s_message,
            CancellationToken.None
        );

    private static async Task OpenAsync(ScriptedTalk talk, params string[] offers)
    {
        await talk.SayAsync("220-mail.example.org", "220 ready");
        // What is offered in the clear must not count.
        await HearAndSayAsync(talk, "250-mail.example.org", "250-AUTH CRAM-MD5", "250 STARTTLS");
        await HearAndSayAsync(talk, "220 go");
        await talk.EncryptAsync();
        await HearAndSayAsync(talk, ["250-mail.example.org", .. offers]);
    }

    private static Task<string> LoggedInAsync(ScriptedTalk talk) => HearAndSayAsync(talk, "235 2.7.0 ok");

    private static async Task TakeAsync(ScriptedTalk talk, string verdict)
    {
        await HearAndSayAsync(talk, "250 ok");
        await HearAndSayAsync(talk, "250 ok");
        await HearAndSayAsync(talk, "354 go");
        while (await talk.HearAsync() != ".") { }

        await talk.SayAsync(verdict);
        await HearAndSayAsync(talk, "221 bye");
    }

    private static async Task<string> HearAndSayAsync(ScriptedTalk talk, params string[] lines)
    {
        var heard = await talk.HearAsync();
        await talk.SayAsync(lines);
        return heard;
    }
}
