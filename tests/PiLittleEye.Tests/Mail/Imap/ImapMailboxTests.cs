using System.Text;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Imap;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Imap;

/// <summary>Against real Dovecot.</summary>
public sealed class ImapMailboxTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(9);
    private static readonly DateOnly s_longAgo = new(2020, 1, 1);
    private static readonly DateTimeOffset s_received = new(2026, 11, 3, 7, 8, 9, TimeSpan.Zero);

    private const string Mail = """
        Received: from mail.example.org by mx.test.local
        Authentication-Results: mx.test.local;
        	dmarc=pass header.from=example.org
        From: "Grace \"Amazing\" Hopper" <grace@example.org>
        To: camera@test.local
        Subject: =?utf-8?q?f=C3=BCr_dich?=

        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(MailEncryption.Tls))]
    [InlineData(nameof(MailEncryption.StartTls))]
    public async Task A_mail_is_found_read_and_marked(string encryption)
    {
        var servers = await MailServers.StartedAsync();
        var user = servers.TakeMailbox();
        servers.Deliver(user, SomeMail("123456"), s_received);
        await using var mailbox = Mailbox(servers, user, Enum.Parse<MailEncryption>(encryption));
        var opening = await mailbox.OpenAsync(Stop);
        Assert.True(opening is { UidValidity: > 0, NextUid: 2, CanPush: true }, opening.ToString());
        Assert.StartsWith("TLS 1.", mailbox.Encryption, StringComparison.Ordinal);

        var uid = Assert.Single(await mailbox.FindAsync(0, s_longAgo, ["grace@example.org"], Stop));
        var mail = await mailbox.ReadAsync(uid, Stop);
        Assert.NotNull(mail);
        Assert.Equal((1u, s_received), (mail.Uid, mail.ReceivedAt));
        Assert.InRange(mail.Size, 400, 800);
        Assert.Equal(
            ["Received", "Authentication-Results", "From", "To", "Subject", "MIME-Version", "Content-Type"],
            mail.Headers.Select(header => header.Name)
        );
        Assert.Equal("mx.test.local;\tdmarc=pass header.from=example.org", mail.Headers[1].Value);
        Assert.Equal("\"Grace \\\"Amazing\\\" Hopper\" <grace@example.org>", mail.Headers[2].Value);

        Assert.Equal(("", "multipart/mixed"), (mail.Structure.Number, mail.Structure.MediaType));
        Assert.Equal(["1 text/plain", "2 image/jpeg"], mail.Structure.Parts.Select(part => $"{part.Number} {part.MediaType}"));
        Assert.Equal(
            ("utf-8", "quoted-printable", ""),
            (mail.Structure.Parts[0].Parameters["charset"], mail.Structure.Parts[0].Encoding, mail.Structure.Parts[0].Disposition)
        );
        Assert.Equal(("attachment", "eye.jpg"), (mail.Structure.Parts[1].Disposition, mail.Structure.Parts[1].Parameters["filename"]));

        Assert.Equal(
            "The code =\r\nis 123456",
            Encoding.ASCII.GetString((await mailbox.ReadPartAsync(uid, "1", 8192, Stop)).Span).TrimEnd()
        );
        Assert.Equal("The", Encoding.ASCII.GetString((await mailbox.ReadPartAsync(uid, "1", 3, Stop)).Span));
        Assert.True((await mailbox.ReadPartAsync(uid, "7.1", 8192, Stop)).IsEmpty);

        // Reading left no mark; marking does.
        Assert.DoesNotContain(servers.Flags(user), flags => flags.Contains('S', StringComparison.Ordinal));
        await mailbox.MarkAsync(uid, isAnswered: false, Stop);
        Assert.Equal(["S"], servers.Flags(user));
        await mailbox.MarkAsync(uid, isAnswered: true, Stop);
        Assert.Equal(["RS"], servers.Flags(user));
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_found()
    {
        var servers = await MailServers.StartedAsync();
        var user = servers.TakeMailbox();
        servers.Deliver(user, "From: ada@example.org\n\nold\n", new DateTimeOffset(2021, 1, 1, 12, 0, 0, TimeSpan.Zero));
        servers.Deliver(user, "From: Ada <ADA@example.org>\n\nnew\n", s_received);
        servers.Deliver(user, "From: stranger@example.org\n\nnew\n", s_received.AddHours(1));
        await using var mailbox = Mailbox(servers, user);
        await mailbox.OpenAsync(Stop);

        Assert.Equal(3, (await mailbox.FindAsync(0, s_longAgo, [], Stop)).Count);
        Assert.Equal(2, (await mailbox.FindAsync(0, new DateOnly(2026, 11, 3), [], Stop)).Count);
        Assert.Equal(2, (await mailbox.FindAsync(0, s_longAgo, ["ada@example.org"], Stop)).Count);
        Assert.Single(await mailbox.FindAsync(1, s_longAgo, ["nobody@example.org", "ada@example.org", "more@example.org"], Stop));
        // 4:* means the highest, too; that is no new mail.
        Assert.Empty(await mailbox.FindAsync(3, s_longAgo, [], Stop));
        Assert.Empty(await mailbox.FindAsync(uint.MaxValue, s_longAgo, [], Stop));
        // More addresses than go into one command; each mail once.
        var crowd = Enumerable.Range(0, 100).Select(number => $"somebody.{number}@example.org").Append("ada@example.org").ToList();
        Assert.Equal(2, (await mailbox.FindAsync(0, s_longAgo, crowd, Stop)).Count);
        Assert.Null(await mailbox.ReadAsync(99, Stop));
        Assert.True((await mailbox.ReadPartAsync(99, "1", 100, Stop)).IsEmpty);
    }

    [Fact]
    public async Task A_mail_without_parts_has_one_part()
    {
        var servers = await MailServers.StartedAsync();
        var user = servers.TakeMailbox();
        servers.Deliver(
            user,
            "From: \"{5}\" <ada@example.org>\nSubject: (\"\\\nContent-Type: text/plain; name=\"a \\\"b\\\" {3}\"\n\n654321\n"
        );
        await using var mailbox = Mailbox(servers, user);
        await mailbox.OpenAsync(Stop);
        var mail = await mailbox.ReadAsync(1, Stop);
        Assert.Equal(
            ("1", "text/plain", "a \"b\" {3}"),
            (mail!.Structure.Number, mail.Structure.MediaType, mail.Structure.Parameters["name"])
        );
        Assert.Equal(["\"{5}\" <ada@example.org>", "(\"\\"], mail.Headers.Take(2).Select(header => header.Value));
        Assert.Equal("654321\r\n"u8.ToArray(), (await mailbox.ReadPartAsync(1, "1", 8192, Stop)).ToArray());
    }

    [Fact]
    public async Task A_delivery_ends_the_wait_and_is_found()
    {
        var servers = await MailServers.StartedAsync();
        var user = servers.TakeMailbox();
        await using var mailbox = Mailbox(servers, user);
        await mailbox.OpenAsync(Stop);
        for (uint mails = 1; mails <= 3; mails++)
        {
            var waiting = mailbox.WaitAsync(s_long, s_long, Stop);
            servers.Deliver(user, SomeMail("123456"));
            await Limit.On(waiting, "the wait ends");
            Assert.Equal([mails], await mailbox.FindAsync(mails - 1, s_longAgo, [], Stop));
        }
    }

    [Fact]
    public async Task A_wait_is_renewed_on_the_same_connection()
    {
        var clock = new SteppingClock();
        var servers = await MailServers.StartedAsync();
        var user = servers.TakeMailbox();
        await using var mailbox = Mailbox(servers, user, clock: clock);
        await mailbox.OpenAsync(Stop);
        for (var times = 0; times < 3; times++)
        {
            var waiting = mailbox.WaitAsync(s_long, s_long, Stop);
            await clock.SleeperAsync(s_long);
            clock.Advance(s_long);
            await Limit.On(waiting, "the wait ends after nine minutes");
        }

        servers.Deliver(user, SomeMail("123456"));
        await Limit.On(mailbox.WaitAsync(s_long, s_long, Stop), "a mail ends the wait");
        Assert.Single(await mailbox.FindAsync(0, s_longAgo, [], Stop));
    }

    [Fact]
    public async Task A_server_that_cannot_push_is_asked()
    {
        var clock = new SteppingClock();
        var servers = await MailServers.StartedAsync();
        await using var mailbox = Mailbox(servers, "noidle", clock: clock);
        var opening = await mailbox.OpenAsync(Stop);
        Assert.False(opening.CanPush);
        var period = TimeSpan.FromSeconds(20);
        var waiting = mailbox.WaitAsync(s_long, period, Stop);
        await clock.SleeperAsync(period);
        servers.Deliver("noidle", SomeMail("123456"));
        Assert.False(waiting.IsCompleted);
        clock.Advance(period);
        await Limit.On(waiting, "the period is over");
        Assert.Single(await mailbox.FindAsync(opening.NextUid - 1, s_longAgo, [], Stop));
    }

    [Fact]
    public async Task Being_thrown_out_while_waiting_is_no_fault_of_the_owner()
    {
        var servers = await MailServers.StartedAsync();
        var user = servers.TakeMailbox();
        await using var mailbox = Mailbox(servers, user);
        await mailbox.OpenAsync(Stop);
        var waiting = mailbox.WaitAsync(s_long, s_long, Stop);
        await servers.KickAsync(user);
        var ended = await Assert.ThrowsAsync<MailUnavailableException>(() => Limit.On(waiting, "the wait ends"));
        Assert.Matches("^(server-ended|connection-closed)$", ended.Code);
        await Assert.ThrowsAsync<MailUnavailableException>(() => mailbox.FindAsync(0, s_longAgo, [], Stop));
    }

    [Fact]
    public async Task Stopping_ends_the_wait_at_once()
    {
        var servers = await MailServers.StartedAsync();
        await using var mailbox = Mailbox(servers, servers.TakeMailbox());
        await mailbox.OpenAsync(Stop);
        using var stop = new CancellationTokenSource();
        var waiting = mailbox.WaitAsync(s_long, s_long, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Limit.On(waiting, "the wait ends"));
    }

    [Fact]
    public async Task One_connection_too_many_is_told_as_that()
    {
        var servers = await MailServers.StartedAsync();
        var user = servers.TakeMailbox();
        var open = new List<ImapMailbox>();
        try
        {
            for (var number = 0; number < MailServers.MostConnections; number++)
            {
                open.Add(Mailbox(servers, user));
                await open[^1].OpenAsync(Stop);
            }

            await using var more = Mailbox(servers, user);
            var crowd = await Assert.ThrowsAsync<MailUnavailableException>(() => more.OpenAsync(Stop));
            Assert.Equal("too-many-connections", crowd.Code);
            Assert.Contains("Maximum number of connections", crowd.Message, StringComparison.Ordinal);
        }
        finally
        {
            foreach (var mailbox in open)
            {
                await mailbox.DisposeAsync();
            }
        }
    }

    [Theory]
    [InlineData("Entwürfe & Söhne")]
    [InlineData("日本語 📷")]
    [InlineData("a \"quoted\" one")]
    public async Task A_folder_may_be_called_as_people_call_folders(string name)
    {
        var servers = await MailServers.StartedAsync();
        var user = servers.TakeMailbox();
        await servers.MakeFolderAsync(user, name);
        await using var mailbox = Mailbox(servers, user, folder: name);
        Assert.Equal(1u, (await mailbox.OpenAsync(Stop)).NextUid);
    }

    [Fact]
    public async Task A_folder_that_was_made_anew_says_that_its_numbers_are_others()
    {
        var servers = await MailServers.StartedAsync();
        var user = servers.TakeMailbox();
        var validities = new List<uint>();
        for (var times = 0; times < 2; times++)
        {
            await servers.MakeFolderAsync(user, "Requests");
            await using var first = Mailbox(servers, user, folder: "Requests");
            validities.Add((await first.OpenAsync(Stop)).UidValidity);
            await using var second = Mailbox(servers, user, folder: "Requests");
            Assert.Equal(validities[^1], (await second.OpenAsync(Stop)).UidValidity);
            await servers.RemoveFolderAsync(user, "Requests");
        }

        Assert.NotEqual(validities[0], validities[1]);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named()
    {
        var servers = await MailServers.StartedAsync();
        await using var mailbox = Mailbox(servers, servers.TakeMailbox(), folder: "Nowhere");
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => mailbox.OpenAsync(Stop));
        Assert.Equal("folder-missing", refused.Code);
        Assert.Contains("\"Nowhere\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_in_is_told_step_by_step()
    {
        var servers = await MailServers.StartedAsync();
        var steps = new List<ImapStep>();
        var login = MailLogin.WithPassword("camera", "wrong");
        await using var mailbox = new ImapMailbox(servers.Connector(), servers.Imap(), login, "INBOX", TimeProvider.System, steps.Add);
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => mailbox.OpenAsync(Stop));
        Assert.Equal("login-refused", refused.Code);
        Assert.Equal([ImapStep.Connect, ImapStep.Encrypt, ImapStep.LogIn], steps);
    }

    private static ImapMailbox Mailbox(
        MailServers servers,
        string user,
        MailEncryption encryption = MailEncryption.Tls,
        string folder = "INBOX",
        TimeProvider? clock = null
    ) => new(servers.Connector(clock), servers.Imap(encryption), MailServers.Login(user), folder, clock ?? TimeProvider.System);

    private static string SomeMail(string code) =>
        Mail
        + $"""
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            The code =
            is {code}
            --b
            Content-Type: image/jpeg
            Content-Disposition: attachment; filename=eye.jpg
            Content-Transfer-Encoding: base64

            /9j/4AAQ
            --b--

            """;
}
