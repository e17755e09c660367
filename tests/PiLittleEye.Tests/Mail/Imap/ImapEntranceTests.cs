using PiLittleEye.Mail;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Imap;

public sealed class ImapEntranceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] hello", "starttls-missing")]
    [InlineData("* PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] welcome back", "login-not-asked")]
    [InlineData("220 mail.example.org ESMTP", "not-imap")]
    [InlineData("HTTP/1.1 400 Bad Request", "not-imap")]
    [InlineData("", "not-imap")]
    [InlineData("* NO not today", "not-imap")]
    public async Task Whoever_does_not_encrypt_gets_no_password(string greeting, string code)
    {
        IReadOnlyList<string> heard = [];
        await using var server = new ScriptedServer(async talk =>
        {
            heard = talk.Heard;
            await talk.SayAsync(greeting);
            await talk.UntilGoneAsync();
        });
        Assert.Equal(code, (await Assert.ThrowsAsync<MailRefusedException>(() => OpenAsync(server))).Code);
        Assert.Empty(heard);
    }

    [Theory]
    [InlineData("$ NO [UNAVAILABLE] no TLS today")]
    [InlineData("$ BAD what?")]
    public async Task A_refusal_to_encrypt_is_the_end(string answer)
    {
        IReadOnlyList<string> heard = [];
        await using var server = new ScriptedServer(async talk =>
        {
            heard = talk.Heard;
            await talk.SayAsync("* OK hello");
            await talk.AnswerAsync("* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN", "$ OK done");
            await talk.AnswerAsync(answer);
            await talk.UntilGoneAsync();
        });
        Assert.Equal("starttls-missing", (await Assert.ThrowsAsync<MailRefusedException>(() => OpenAsync(server))).Code);
        Assert.Equal(["E1 CAPABILITY", "E2 STARTTLS"], heard);
    }

    [Fact]
    public async Task What_was_promised_or_pushed_in_the_clear_is_forgotten()
    {
        IReadOnlyList<string> heard = [];
        await using var server = new ScriptedServer(async talk =>
        {
            heard = talk.Heard;
            // In the clear: a way to log in that is not the server's, and, behind the consent, answers to commands that are still to come.
            await talk.SayAsync("* OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=LOGIN] hello");
            var tag = (await talk.HearAsync()).Split(' ')[0];
            await talk.SayAsync($"{tag} OK begin", "* CAPABILITY IMAP4rev1 AUTH=LOGIN", "E2 OK forged", "E3 OK forged");
            await talk.EncryptAsync();
            await talk.AnswerAsync("* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN", "$ OK done");
            await talk.AnswerAsync("$ NO [AUTHENTICATIONFAILED] no");
        });
        Assert.Equal("login-refused", (await Assert.ThrowsAsync<MailRefusedException>(() => OpenAsync(server))).Code);
        Assert.Equal(["E1 STARTTLS", "E2 CAPABILITY", "E3 AUTHENTICATE PLAIN AGNhbWVyYQBzZWNyZXQ="], heard);
    }

    [Fact]
    public async Task A_server_that_is_full_says_so_at_the_door()
    {
        await using var server = new ScriptedServer(talk => talk.SayAsync("* BYE Too many connections from your address"));
        Assert.Equal("too-many-connections", (await Assert.ThrowsAsync<MailUnavailableException>(() => OpenAsync(server))).Code);
    }

    private static async Task OpenAsync(ScriptedServer server)
    {
        await using var mailbox = new ImapMailbox(
            server.Connector(),
            server.Server(),
            MailLogin.WithPassword("camera", "secret"),
            "INBOX",
            TimeProvider.System
        );
        await mailbox.OpenAsync(Stop);
    }
}
