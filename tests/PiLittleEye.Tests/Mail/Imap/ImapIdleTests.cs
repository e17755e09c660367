using PiLittleEye.Mail;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Imap;

public sealed class ImapIdleTests
{
    private static readonly TimeSpan s_long = ImapIdle.Longest;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task News_before_the_server_is_ready_counts_and_done_waits_until_it_is()
    {
        IReadOnlyList<string> heard = [];
        var isReady = false;
        await using var server = new ScriptedServer(async talk =>
        {
            heard = talk.Heard;
            var tag = (await talk.HearAsync()).Split(' ')[0];
            await talk.SayAsync("* 1 EXISTS");
            isReady = true;
            await talk.SayAsync("+ idling");
            Assert.Equal("DONE", await talk.HearAsync());
            Assert.True(isReady);
            await talk.SayAsync("* 2 EXISTS", "* 1 EXPUNGE", $"{tag} OK done");
            // The connection is as good as new.
            await talk.AnswerAsync("$ OK nothing");
        });
        await using var connection = await server.Connector().ConnectAsync(server.Server(), Stop);
        var dialogue = new ImapDialogue(connection);
        Assert.True(await Limit.On(new ImapIdle(dialogue, TimeProvider.System).RunAsync(s_long, Stop), "news ends it"));
        Assert.True((await dialogue.RunAsync("NOOP", heard: null, Stop)).IsOk);
        Assert.Equal(["E1 IDLE", "DONE", "E2 NOOP"], heard);
    }

    [Fact]
    public async Task What_is_no_news_does_not_end_the_wait()
    {
        var clock = new SteppingClock();
        await using var server = new ScriptedServer(async talk =>
        {
            var tag = (await talk.HearAsync()).Split(' ')[0];
            await talk.SayAsync("+", "* OK Still here", "* 1 EXPUNGE", "* 1 FETCH (FLAGS (\\Seen))", "");
            Assert.Equal("DONE", await talk.HearAsync());
            await talk.SayAsync($"{tag} OK done");
        });
        await using var connection = await server.Connector(clock).ConnectAsync(server.Server(), Stop);
        var waiting = new ImapIdle(new ImapDialogue(connection), clock).RunAsync(s_long, Stop);
        await clock.SleeperAsync(s_long);
        Assert.False(waiting.IsCompleted);
        clock.Advance(s_long);
        Assert.True(await Limit.On(waiting, "nine minutes end it"));
    }

    [Fact]
    public async Task Whoever_does_not_end_it_in_time_is_a_connection_that_is_gone()
    {
        var clock = new SteppingClock();
        await using var server = new ScriptedServer(async talk =>
        {
            await talk.HearAsync();
            await talk.SayAsync("+ idling");
            await talk.HearAsync();
            await talk.UntilGoneAsync();
        });
        await using var connection = await server.Connector(clock).ConnectAsync(server.Server(), Stop);
        var waiting = new ImapIdle(new ImapDialogue(connection), clock).RunAsync(s_long, Stop);
        await clock.SleeperAsync(s_long);
        clock.Advance(s_long);
        await clock.SleeperAsync(ImapIdle.Patience);
        clock.Advance(ImapIdle.Patience);
        var late = await Assert.ThrowsAsync<MailUnavailableException>(() => Limit.On(waiting, "it is given up"));
        Assert.Equal("timed-out", late.Code);
        Assert.Equal("connection-lost", (await Assert.ThrowsAsync<MailUnavailableException>(() => connection.ReadLineAsync(Stop))).Code);
    }

    [Theory]
    [InlineData("$ BAD unknown command")]
    [InlineData("$ NO not here")]
    public async Task A_server_that_does_not_do_it_after_all_is_asked_from_then_on(string answer)
    {
        await using var server = new ScriptedServer(talk => talk.AnswerAsync(answer));
        await using var connection = await server.Connector().ConnectAsync(server.Server(), Stop);
        Assert.False(await new ImapIdle(new ImapDialogue(connection), TimeProvider.System).RunAsync(s_long, Stop));
    }

    [Fact]
    public async Task A_server_that_ends_it_by_itself_is_sent_no_done()
    {
        IReadOnlyList<string> heard = [];
        await using var server = new ScriptedServer(async talk =>
        {
            heard = talk.Heard;
            await talk.AnswerAsync("+ idling", "$ OK that was long enough");
            await talk.UntilGoneAsync();
        });
        await using (var connection = await server.Connector().ConnectAsync(server.Server(), Stop))
        {
            Assert.True(await new ImapIdle(new ImapDialogue(connection), TimeProvider.System).RunAsync(s_long, Stop));
        }

        Assert.Equal(["E1 IDLE"], heard);
    }

    [Fact]
    public async Task A_flood_of_small_talk_ends_the_wait()
    {
        await using var server = new ScriptedServer(async talk =>
        {
            var tag = (await talk.HearAsync()).Split(' ')[0];
            await talk.SayAsync(["+ idling", .. Enumerable.Repeat("* 1 FETCH (FLAGS (\\Seen))", 600)]);
            Assert.Equal("DONE", await talk.HearAsync());
            await talk.SayAsync($"{tag} OK done");
        });
        await using var connection = await server.Connector().ConnectAsync(server.Server(), Stop);
        Assert.True(
            await Limit.On(new ImapIdle(new ImapDialogue(connection), TimeProvider.System).RunAsync(s_long, Stop), "the flood ends it")
        );
    }

    [Fact]
    public async Task Nobody_waits_longer_than_nine_minutes()
    {
        var clock = new SteppingClock();
        await using var server = new ScriptedServer(async talk =>
        {
            await talk.AnswerAsync("+ idling");
            await talk.UntilGoneAsync();
        });
        await using var connection = await server.Connector(clock).ConnectAsync(server.Server(), Stop);
        using var stop = new CancellationTokenSource();
        var waiting = new ImapIdle(new ImapDialogue(connection), clock).RunAsync(TimeSpan.FromHours(1), stop.Token);
        await clock.SleeperAsync(TimeSpan.FromMinutes(9));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Limit.On(waiting, "stopping ends it"));
    }
}
