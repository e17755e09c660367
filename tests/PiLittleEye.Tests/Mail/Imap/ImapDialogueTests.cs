using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging.Abstractions;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Connection;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Imap;

/// <summary>Servers as none should be: each fault at each point of a whole conversation, and no end to what they say.</summary>
public sealed class ImapDialogueTests
{
    private const string Greeting = "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN IDLE] hello";

    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(9);

    // One conversation, from the server's side.
    private static readonly Func<ScriptedTalk, Task>[] s_course =
    [
        talk => talk.SayAsync(Greeting),
        talk => talk.AnswerAsync("$ OK in"),
        talk => talk.AnswerAsync("* CAPABILITY IMAP4rev1 IDLE", "$ OK that is all"),
        talk => talk.AnswerAsync("* 1 EXISTS", "* OK [UIDVALIDITY 7] valid", "* OK [UIDNEXT 5] next", "$ OK [READ-WRITE] selected"),
        talk => talk.AnswerAsync("* SEARCH 4", "$ OK found"),
        talk =>
            talk.AnswerAsync(
                "* 1 FETCH (UID 4 RFC822.SIZE 30 INTERNALDATE \" 3-Nov-2026 07:08:09 +0100\" BODY[HEADER]<0> {16}",
                "From: a@b.cd",
                "",
                " BODYSTRUCTURE (\"text\" \"plain\" NIL NIL NIL \"7bit\" 8 1))",
                "$ OK fetched"
            ),
        talk => talk.AnswerAsync("* 1 FETCH (UID 4 BODY[1]<0> \"654321\")", "$ OK fetched"),
        talk => talk.AnswerAsync("$ OK stored"),
        async talk =>
        {
            var tag = (await talk.HearAsync()).Split(' ')[0];
            await talk.SayAsync("+ idling", "* 2 EXISTS");
            Assert.Equal("DONE", await talk.HearAsync());
            await talk.SayAsync($"{tag} OK idled");
        },
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_course_runs()
    {
        await using var server = new ScriptedServer(talk => CourseAsync(talk, s_course.Length, _ => Task.CompletedTask));
        Assert.Equal("654321", await VisitAsync(server));
    }

    [Theory]
    [InlineData("* BYE going down for the night\r\n", "^server-ended$")]
    [InlineData("* BYE\r\n", "^server-ended$")]
    [InlineData("", "^connection-(closed|lost)$")]
    [InlineData("* 1 FET", "^connection-(closed|lost)$")]
    [InlineData("* 1 FETCH (UID 4 BODY[HEADER]<0> {500}\r\nhalf of it", "^connection-(closed|lost)$")]
    public async Task Whatever_the_point_where_it_ends_it_is_tried_again(string last, string code)
    {
        for (var point = 0; point < s_course.Length; point++)
        {
            await using var server = new ScriptedServer(talk => CourseAsync(talk, point, its => its.SendAsync(last)));
            var ended = await Assert.ThrowsAnyAsync<MailException>(() => VisitAsync(server));
            if (point == 0 && last.StartsWith("* 1", StringComparison.Ordinal) && last.EndsWith("it", StringComparison.Ordinal))
            {
                // Whoever begins with a mail is no mail server at all, or the end of another's talk.
                Assert.Matches("^(connection-(closed|lost)|not-imap)$", ended.Code);
                continue;
            }

            Assert.True(ended is MailUnavailableException, $"At {point}: {ended}");
            Assert.Matches(code, ended.Code);
        }
    }

    [Fact]
    public async Task What_the_server_says_at_its_end_reaches_the_owner_and_nothing_else_of_it()
    {
        await using var server = new ScriptedServer(talk =>
            CourseAsync(talk, 4, its => its.SendAsync("* BYE \u001b[2Jdown \u0007till [9]\r\n"))
        );
        var ended = await Assert.ThrowsAsync<MailUnavailableException>(() => VisitAsync(server));
        Assert.Contains("(it says: [2Jdown till [9])", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_at_any_point_is_given_up()
    {
        for (var point = 0; point < s_course.Length; point++)
        {
            var clock = new SteppingClock();
            await using var server = new ScriptedServer(talk => CourseAsync(talk, point, its => its.UntilGoneAsync()));
            var visit = VisitAsync(server, clock);
            while (!visit.IsCompleted)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
                clock.Advance(MailLimits.Exchange / 3);
            }

            Assert.Equal("timed-out", (await Assert.ThrowsAsync<MailUnavailableException>(() => visit)).Code);
        }
    }

    [Theory]
    // An endless line; a literal no memory holds; many that each would fit; more lines than anybody reads; brackets without end, over many lines.
    [InlineData("", "x", 128 * 1024, 512 * 1024)]
    [InlineData("* 1 FETCH (BODY[] {4000000000}\r\n", "x", 128 * 1024, 128 * 1024)]
    [InlineData("* 1 FETCH (BODY[] {99999999999999999999}\r\n", "x", 128 * 1024, 128 * 1024)]
    [InlineData("* 1 FETCH (", "{20000}\r\n" + Kilobytes20, 2048 * 1024, 4096 * 1024)]
    [InlineData("", "* 1 EXISTS\r\n", 128 * 1024, 4096 * 1024)]
    [InlineData("", "* OK still here\r\n", 128 * 1024, 4096 * 1024)]
    [InlineData("* 1 FETCH ((", "(\r\n", 256 * 1024, 4096 * 1024)]
    [InlineData("* 1 FETCH (", "\"\r\n", 256 * 1024, 4096 * 1024)]
    [InlineData("", "\r\n", 128 * 1024, 4096 * 1024)]
    public async Task However_much_a_server_says_it_costs_little(string first, string forEver, long taken, long allocated)
    {
        var stream = new EndlessStream(first, forEver.Replace(Kilobytes20, new string('x', 20000), StringComparison.Ordinal));
        await using var connection = new MailConnection(
            new MailServer("mail.example.org", 993, MailEncryption.Tls),
            stream,
            new X509Certificate2Collection(),
            TimeProvider.System,
            NullLogger.Instance
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        var running = new ImapDialogue(connection).RunAsync("NOOP", heard: null, Stop);
        var after = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(running.IsCompleted);
        Assert.Equal("answer-too-long", (await Assert.ThrowsAsync<MailUnavailableException>(() => running)).Code);
        Assert.InRange(stream.Taken, 0, taken);
        Assert.InRange(after - before, 0, allocated);
    }

    private const string Kilobytes20 = "<20 KB>";

    private static async Task CourseAsync(ScriptedTalk talk, int until, Func<ScriptedTalk, Task> then)
    {
        await talk.EncryptAsync();
        foreach (var step in s_course[..until])
        {
            await step(talk);
        }

        await then(talk);
    }

    /// <returns>What the part of the mail says.</returns>
    private static async Task<string> VisitAsync(ScriptedServer server, TimeProvider? clock = null)
    {
        var login = MailLogin.WithPassword("camera", "secret");
        await using var mailbox = new ImapMailbox(
            server.Connector(clock),
            server.Server(MailEncryption.Tls),
            login,
            "INBOX",
            clock ?? TimeProvider.System
        );
        Assert.Equal(new MailboxOpening(7, 5, CanPush: true), await mailbox.OpenAsync(Stop));
        Assert.Equal([4u], await mailbox.FindAsync(0, new DateOnly(2026, 11, 1), [], Stop));
        var mail = await mailbox.ReadAsync(4, Stop);
        Assert.Equal([new MailHeader("From", "a@b.cd")], mail!.Headers);
        Assert.Equal(new DateTimeOffset(2026, 11, 3, 7, 8, 9, TimeSpan.FromHours(1)), mail.ReceivedAt);
        var part = await mailbox.ReadPartAsync(4, "1", 100, Stop);
        await mailbox.MarkAsync(4, isAnswered: true, Stop);
        await mailbox.WaitAsync(s_long, s_long, Stop);
        return System.Text.Encoding.ASCII.GetString(part.Span);
    }
}
