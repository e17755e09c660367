using System.Text;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Connection;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Connection;

public sealed class MailConnectionTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_and_counted_octets_come_as_they_were_sent()
    {
        await using var server = new ScriptedServer(talk => talk.SendAsync("* OK one\r\nbare\n\r\n{4}\r\na\r\nblast\r\n"));
        await using var connection = await server.Connector().ConnectAsync(server.Server(), Stop);
        Assert.Equal(
            ["* OK one", "bare", "", "{4}"],
            [await Line(connection), await Line(connection), await Line(connection), await Line(connection)]
        );
        Assert.Equal("a\r\nb"u8.ToArray(), await connection.ReadOctetsAsync(4, Stop));
        Assert.Equal("last", await Line(connection));
        Assert.Equal("connection-closed", await Fault(() => connection.ReadLineAsync(Stop)));
        // And it is never used again.
        Assert.Equal("connection-lost", await Fault(() => connection.WriteLineAsync("NOOP", Stop)));
    }

    // What it costs is measured in ImapDialogueTests, on one thread.
    [Fact]
    public async Task An_endless_line_is_given_up()
    {
        await using var server = new ScriptedServer(async talk =>
        {
            while (true)
            {
                await talk.SendAsync(new string('x', 64 * 1024));
            }
        });
        await using var connection = await server.Connector().ConnectAsync(server.Server(), Stop);
        Assert.Equal("answer-too-long", await Fault(() => connection.ReadLineAsync(Stop)));
    }

    [Fact]
    public async Task A_line_of_exactly_the_limit_is_read()
    {
        await using var server = new ScriptedServer(talk =>
            talk.SayAsync(new string('x', MailLimits.Line), new string('y', MailLimits.Line + 1))
        );
        await using var connection = await server.Connector().ConnectAsync(server.Server(), Stop);
        Assert.Equal(MailLimits.Line, (await connection.ReadLineAsync(Stop)).Length);
        Assert.Equal("answer-too-long", await Fault(() => connection.ReadLineAsync(Stop)));
    }

    [Fact]
    public async Task A_step_has_so_many_octets_and_the_next_has_as_many_again()
    {
        const int Length = 4096;
        const int Lines = MailLimits.Step / (Length + 1);
        await using var server = new ScriptedServer(async talk =>
        {
            for (var line = 0; line < Lines * 3; line++)
            {
                await talk.SayAsync(new string('x', Length - 1));
            }
        });
        await using var connection = await server.Connector().ConnectAsync(server.Server(), Stop);
        for (var step = 0; step < 2; step++)
        {
            connection.BeginStep();
            for (var line = 0; line < Lines; line++)
            {
                await connection.ReadLineAsync(Stop);
            }
        }

        Assert.Equal("answer-too-long", await Fault(() => connection.ReadLineAsync(Stop)));
    }

    [Fact]
    public async Task Silence_is_given_up()
    {
        var clock = new SteppingClock();
        await using var server = new ScriptedServer(talk => talk.UntilGoneAsync());
        await using var connection = await server.Connector(clock).ConnectAsync(server.Server(), Stop);
        var reading = connection.ReadLineAsync(Stop);
        clock.Advance(MailLimits.Exchange);
        Assert.Equal("timed-out", await Fault(() => reading));
    }

    [Fact]
    public async Task A_drop_now_and_then_does_not_make_a_step_last_for_ever()
    {
        var clock = new SteppingClock();
        await using var server = new ScriptedServer(async talk =>
        {
            while (true)
            {
                await talk.HearAsync();
                await talk.SayAsync("* still here");
            }
        });
        await using var connection = await server.Connector(clock).ConnectAsync(server.Server(), Stop);
        connection.BeginStep();
        for (var past = TimeSpan.Zero; past < MailLimits.WholeStep; past += MailLimits.Exchange / 2)
        {
            await connection.WriteLineAsync("NOOP", Stop);
            await connection.ReadLineAsync(Stop);
            clock.Advance(MailLimits.Exchange / 2);
        }

        Assert.Equal("timed-out", await Fault(() => connection.ReadLineAsync(Stop)));
    }

    [Fact]
    public async Task A_server_that_takes_nothing_is_given_up()
    {
        var clock = new SteppingClock();
        await using var server = new ScriptedServer(talk => talk.IgnoreAsync());
        await using var connection = await server.Connector(clock).ConnectAsync(server.Server(), Stop);
        // Far more than the buffers of both ends hold.
        var writing = connection.WriteAsync(new byte[32 * 1024 * 1024], Stop);
        await Limit.Until(() => clock.Timers > 0 || writing.IsCompleted, "the write waits");
        while (!writing.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Equal("timed-out", await Fault(() => writing));
    }

    [Fact]
    public async Task A_line_break_in_a_line_would_be_another_command()
    {
        await using var server = new ScriptedServer(talk => talk.UntilGoneAsync());
        await using var connection = await server.Connector().ConnectAsync(server.Server(), Stop);
        await Assert.ThrowsAsync<ArgumentException>(() => connection.WriteLineAsync("A1 NOOP\r\nA2 DELETE INBOX", Stop));
    }

    [Fact]
    public async Task What_was_pushed_behind_the_consent_to_encrypt_is_never_heard()
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await talk.HearAsync();
            await talk.SendAsync("A1 OK begin\r\n* CAPABILITY AUTH=FORGED\r\n* BYE forged\r\n");
            await talk.EncryptAsync();
            await talk.SayAsync("* true words");
        });
        await using var connection = await server.Connector().ConnectAsync(server.Server(), Stop);
        await connection.WriteLineAsync("A1 STARTTLS", Stop);
        Assert.Equal("A1 OK begin", await Line(connection));
        await connection.EncryptAsync(Stop);
        Assert.Equal("* true words", await Line(connection));
        Assert.Matches("^TLS 1\\.[23], certificate for mail.example.org by Scripted authority, good until ", connection.Encryption);
    }

    [Fact]
    public async Task A_server_that_does_not_speak_tls_is_told_apart_from_a_wrong_certificate()
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await talk.SayAsync("* OK I speak in the clear");
            await talk.UntilGoneAsync();
        });
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() =>
            server.Connector().ConnectAsync(server.Server(MailEncryption.Tls), Stop)
        );
        Assert.Equal("tls-failed", refused.Code);
        Assert.Contains("STARTTLS", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_of_the_conversation_keeps_the_secret()
    {
        var log = new CollectingLogger<MailConnector>();
        await using var server = new ScriptedServer(async talk => await talk.AnswerAsync("$ OK in"));
        await using var connection = await server.Connector(logger: log).ConnectAsync(server.Server(), Stop);
        await connection.WriteLineAsync("A1 LOGIN camera open-sesame", Stop);
        await connection.ReadLineAsync(Stop);
        Assert.Equal([$"{server.Server()} < A1 LOGIN ***", $"{server.Server()} > A1 OK in"], log.Messages);
    }

    private static async Task<string> Line(MailConnection connection) =>
        Encoding.Latin1.GetString((await connection.ReadLineAsync(Stop)).Span);

    private static async Task<string> Fault(Func<Task> doing) =>
        (await Assert.ThrowsAsync<MailUnavailableException>(() => Limit.On(doing(), "the connection gives up"))).Code;
}
