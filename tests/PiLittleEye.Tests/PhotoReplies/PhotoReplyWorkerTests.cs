using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Mail;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class PhotoReplyWorkerTests : IAsyncDisposable
{
    private readonly PhotoReplyRig _rig = new();
    private readonly byte[] _secret;
    private int _mails;

    public PhotoReplyWorkerTests() => _secret = _rig.Add(PhotoReplyRig.Alice);

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Nothing_runs_while_nobody_wants_mails_read()
    {
        _rig.Settings.Change(settings => settings with { IsOn = false });
        await _rig.StartAsync();
        Assert.Equal(MailboxPhase.Off, _rig.State.Report.Phase);
        Assert.Equal(0, _rig.Clock.Timers);
        Assert.Equal(0, _rig.Server.Openings);

        _rig.Settings.Change(settings => settings with { IsOn = true });
        await WaitingAsync();
        _rig.RemoveAccount();
        await Limit.Until(() => _rig.State.Report.Phase == MailboxPhase.Off, "rest without an account");
        Assert.Equal(0, _rig.Clock.Timers);
    }

    [Fact]
    public async Task A_mail_is_answered_as_soon_as_the_server_tells_of_it()
    {
        await _rig.StartAsync();
        await WaitingAsync();
        Deliver();
        await AnsweredAsync(1);
        Assert.Equal(1, _rig.Server.Openings);
        Assert.Equal((1, 1), (_rig.State.Report.Read, _rig.State.Report.Answered));
        Assert.Equal(_rig.Clock.GetUtcNow(), _rig.State.Report.LastMailAt);
    }

    [Fact]
    public async Task It_looks_every_nine_minutes_whatever_the_server_says()
    {
        await _rig.StartAsync();
        await WaitingAsync();
        var finds = _rig.Server.CountOf("find");
        var waits = _rig.Server.CountOf("wait");
        _rig.Clock.Advance(TimeSpan.FromMinutes(9));
        await Limit.Until(() => _rig.Server.CountOf("wait") > waits, "another wait");
        Assert.True(_rig.Server.CountOf("find") > finds);
    }

    [Fact]
    public async Task A_login_that_is_refused_is_tried_three_times_and_then_left_to_a_person()
    {
        _rig.Server.Fault = (call, _) =>
        {
            if (call == "open")
            {
                throw new MailRefusedException("login-refused", "The server does not take the password.");
            }
        };
        await _rig.StartAsync();
        for (var trial = 1; trial <= 3; trial++)
        {
            await Limit.Until(() => _rig.Server.Openings == trial && _rig.State.Report.Phase == MailboxPhase.Failed, $"try {trial}");
            if (trial < 3)
            {
                await Limit.Until(() => _rig.Clock.Timers > 0, "a pause");
                _rig.Clock.Advance(TimeSpan.FromSeconds(3));
            }
        }

        await Limit.Until(() => _rig.State.Report.NextTryAt is null, "the end of trying");
        _rig.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(3, _rig.Server.Openings);
        Assert.Single(await _rig.RowsAsync(), row => row is { Kind: "mailbox-given-up", IsAlert: true });

        _rig.Server.Fault = null;
        _rig.Settings.Change(settings => settings with { Subject = "Another" });
        await WaitingAsync();
    }

    [Fact]
    public async Task In_a_day_of_broken_connections_no_mail_is_missed_and_none_answered_twice_and_little_is_logged()
    {
        await _rig.StartAsync();
        await WaitingAsync();
        var delivered = 0;
        // Every five minutes for a day; a request every twenty minutes, at another moment of the outage each time.
        for (var outage = 0; outage < 288; outage++)
        {
            var isAsking = outage % 4 == 0;
            if (isAsking && outage % 3 == 0)
            {
                Deliver();
            }

            _rig.Server.Drop();
            await Limit.Until(() => _rig.State.Report.Phase == MailboxPhase.Failed && _rig.Clock.Timers > 0, "a lost connection");
            if (isAsking && outage % 3 == 1)
            {
                Deliver();
            }

            var waits = _rig.Server.CountOf("wait");
            _rig.Clock.Advance(TimeSpan.FromSeconds(2));
            await Limit.Until(
                () => _rig.Server.CountOf("wait") > waits && _rig.State.Report.Phase == MailboxPhase.Waiting,
                "a connection again"
            );
            if (isAsking && outage % 3 == 2)
            {
                Deliver();
            }

            delivered += isAsking ? 1 : 0;
            await AnsweredAsync(delivered);
            _rig.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(2));
        }

        Assert.Equal(72, delivered);
        Assert.Equal(72, _rig.Waiting.Count);
        Assert.Equal(72, _rig.Waiting.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal).Count());
        // Two an hour, whatever happens.
        Assert.InRange(_rig.FaultJournal.Entries.Count, 1, 50);
        Assert.InRange(_rig.Journal.Entries.Count, 72, 72);
    }

    [Fact]
    public async Task Through_the_front_door_a_mail_in_is_a_photo_out()
    {
        var servers = await MailServers.StartedAsync();
        var (own, ada) = (servers.TakeMailbox(), servers.TakeMailbox());
        var (application, _) = await PiLittleEyeApplication.StartClaimedAsync($"--Mail:TrustedAuthority={servers.AuthorityFile}");
        await using var _ = application;
        var client = application.SignedIn();
        using var account = await client.PutAsJsonAsync("/api/v1/mail", AccountOf(servers, own), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
        using var settings = await client.PutAsJsonAsync(
            "/api/v1/photo-replies",
            new { isOn = true, authservId = "mx.test.local" },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, settings.StatusCode);
        using var added = await client.PostAsJsonAsync(
            "/api/v1/photo-replies/senders",
            new { address = $"{ada}@test.local" },
            TestContext.Current.CancellationToken
        );
        var sender = await added.JsonAsync();
        // Checked as the page does, but with the code of an earlier moment, so that the one of now is still good.
        var senders = application.Services.GetRequiredService<PhotoSenderStore>();
        senders.Verify(senders.Find(sender.GetProperty("id").GetInt64())!.SecretId, step: 1);
        await Limit.Until(
            () => application.Services.GetRequiredService<MailboxState>().Report.Phase == MailboxPhase.Waiting,
            "an open mailbox"
        );

        var begunAt = Stopwatch.GetTimestamp();
        var code = Authenticator.CodeOf(sender.GetProperty("secret").GetString()!);
        servers.Deliver(
            own,
            $"Return-Path: <{ada}@test.local>\nAuthentication-Results: mx.test.local; dmarc=pass header.from=test.local\n"
                + $"From: Ada <{ada}@test.local>\nSubject: photo\nMessage-ID: <front-door@test.local>\n\n{code}\n"
        );
        await Limit.Until(() => servers.Mails(ada).Count == 1, "an answer in the mailbox of the sender");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"From delivery to the answer in the other mailbox: {Stopwatch.GetElapsedTime(begunAt)}"
        );

        var answer = servers.Mails(ada)[0];
        Assert.Contains("In-Reply-To: <front-door@test.local>", answer, StringComparison.Ordinal);
        Assert.Contains($"From: ", answer, StringComparison.Ordinal);
        Assert.Contains("Content-Type: image/jpeg", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(code, answer.Split("image/jpeg")[0], StringComparison.Ordinal);
        await Limit.Until(() => servers.Flags(own) is ["RS"], "a mail marked as seen and answered");
        using var shown = await client.GetAsync("/api/v1/photo-replies/decisions", TestContext.Current.CancellationToken);
        Assert.Equal("photo", (await shown.JsonAsync())[0].GetProperty("reason").GetString());
    }

    private static object AccountOf(MailServers servers, string user) =>
        new
        {
            address = $"{user}@test.local",
            provider = "own",
            user,
            password = $"{user}-pw",
            incoming = new
            {
                host = "localhost",
                port = servers.Imap().Port,
                encryption = "tls",
            },
            outgoing = new
            {
                host = "localhost",
                port = servers.Submission(MailEncryption.Tls).Port,
                encryption = "tls",
            },
        };

    private void Deliver() => _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_secret), id: $"m{++_mails}@example.com"));

    private Task WaitingAsync() =>
        Limit.Until(() => _rig.State.Report.Phase == MailboxPhase.Waiting && _rig.Server.CountOf("wait") > 0, "an open mailbox");

    private Task AnsweredAsync(long count) => Limit.Until(() => _rig.State.Report.Answered == count, $"{count} answers");
}
