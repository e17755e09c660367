using PiLittleEye.Mail;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Imap;

/// <summary>Ways of answering that are allowed, or seen, and that Dovecot does not use.</summary>
public sealed class ImapFetchTests
{
    private const string Head = "RFC822.SIZE 30 INTERNALDATE \" 3-Nov-2026 07:08:09 +0100\"";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_may_come_in_pieces_among_news_of_others()
    {
        var mail = await ReadAsync(talk =>
            talk.AnswerAsync(
                "* 9 FETCH (FLAGS (\\Seen) UID 99)",
                $"* 1 FETCH ({Head})",
                "* 12 EXISTS",
                "* 1 FETCH (BODY[HEADER]<0> \"From: a@b\")",
                "* 1 FETCH (BODYSTRUCTURE (\"text\" \"plain\" NIL NIL NIL \"7bit\" 8 1) UID 4)",
                "$ OK fetched"
            )
        );
        Assert.Equal((30L, "text/plain", "a@b"), (mail!.Size, mail.Structure.MediaType, Assert.Single(mail.Headers).Value));
    }

    [Fact]
    public async Task A_line_break_where_none_belongs_is_passed_over()
    {
        var mail = await ReadAsync(talk =>
            talk.AnswerAsync($"* 1 FETCH (UID 4 {Head}", " BODY[HEADER]<0> {9}", "From: a@b", "", ")", "$ OK fetched")
        );
        Assert.Equal("a@b", Assert.Single(mail!.Headers).Value);
    }

    [Theory]
    [InlineData("$ NO [SERVERBUG] cannot parse this mail")]
    [InlineData("* 1 FETCH (UID 4 BODYSTRUCTURE (((\"text\" \"plain\"))\r\n$ OK fetched")]
    [InlineData("* 1 FETCH (UID 4 BODYSTRUCTURE \"x\r\n$ OK fetched")]
    [InlineData("* 1 FETCH (UID 4))) BODYSTRUCTURE\r\n$ OK fetched")]
    public async Task A_mail_at_whose_structure_the_server_stumbles_is_read_without(string answer)
    {
        var asked = new List<string>();
        var mail = await ReadAsync(async talk =>
        {
            asked.Add(await talk.HearAsync());
            await talk.SayAsync(answer.Replace("$", asked[^1].Split(' ')[0], StringComparison.Ordinal));
            asked.Add(await talk.HearAsync());
            await talk.SayAsync($"* 1 FETCH (UID 4 {Head} BODY[HEADER]<0> \"From: a@b\")", $"{asked[^1].Split(' ')[0]} OK fetched");
        });
        Assert.Equal(("1", "application/octet-stream"), (mail!.Structure.Number, mail.Structure.MediaType));
        Assert.Equal([true, false], asked.Select(line => line.Contains("BODYSTRUCTURE", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_mail_without_a_time_came_in_too_long_ago_for_anything()
    {
        var mail = await ReadAsync(talk =>
            talk.AnswerAsync("* 1 FETCH (UID 4 RFC822.SIZE 5 INTERNALDATE NIL BODY[HEADER]<0> NIL BODYSTRUCTURE NIL)", "$ OK fetched")
        );
        Assert.Equal(DateTimeOffset.UnixEpoch, mail!.ReceivedAt);
        Assert.Empty(mail.Headers);
    }

    [Fact]
    public async Task Another_mail_in_the_place_of_the_one_asked_for_is_not_taken() =>
        Assert.Null(await ReadAsync(talk => talk.AnswerAsync($"* 1 FETCH (UID 5 {Head} BODY[HEADER]<0> \"From: a@b\")", "$ OK fetched")));

    private static async Task<ReceivedMail?> ReadAsync(Func<ScriptedTalk, Task> script)
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await talk.EncryptAsync();
            await talk.SayAsync("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] hello");
            await talk.AnswerAsync("$ OK [CAPABILITY IMAP4rev1] in");
            await talk.AnswerAsync("$ OK selected");
            await script(talk);
        });
        var login = MailLogin.WithPassword("camera", "secret");
        await using var mailbox = new ImapMailbox(
            server.Connector(),
            server.Server(MailEncryption.Tls),
            login,
            "INBOX",
            TimeProvider.System
        );
        Assert.False((await mailbox.OpenAsync(Stop)).CanPush);
        return await Limit.On(mailbox.ReadAsync(4, Stop), "the mail is read");
    }
}
