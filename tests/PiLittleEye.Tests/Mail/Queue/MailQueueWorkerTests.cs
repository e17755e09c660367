using System.Text;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Queue;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Queue;

public sealed partial class MailQueueWorkerTests : IAsyncLifetime
{
    private static readonly TimeSpan s_later = TimeSpan.FromMinutes(20);
    private static readonly MailUnavailableException s_unreachable = new(
        "unreachable",
        "The mail server mail.example.org:465 cannot be reached."
    );

    private readonly MailQueueRig _rig = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_mail_goes_out_whole_from_the_account_and_is_gone_from_the_queue()
    {
        await _rig.StartAsync();
        _rig.Queue.Enqueue(SomeMail.Reply);
        await _rig.EmptyAsync();

        var (to, message, _) = Assert.Single(_rig.Sender.Taken);
        Assert.Equal("owner@example.net", to);
        using var reader = new PythonMailReader();
        var read = reader.Read(message);
        Assert.Equal(
            [
                ["Pi Little Eye", "camera@example.org"],
            ],
            read.From
        );
        Assert.Equal("<some-id@example.org>", read.Header("Message-ID"));
        var state = _rig.Queue.State;
        Assert.Equal((0, 1L, SteppingClock.Start, null), (state.Waiting, state.Sent, state.LastSentAt, state.LastError));
        Assert.Null(state.Banner);
    }

    [Fact]
    public async Task Nothing_ticks_and_nothing_is_asked_while_nothing_waits()
    {
        await _rig.StartAsync();
        _rig.Queue.Enqueue(SomeMail.Reply);
        await _rig.EmptyAsync();
        await Limit.Until(() => _rig.Clock.Timers == 0, "no timer");
    }

    [Fact]
    public async Task While_no_account_is_set_up_not_even_the_database_is_asked()
    {
        _rig.SetAccount(null);
        _rig.State.Execute("DROP TABLE mail_queue_content; DROP TABLE mail_queue; DROP TABLE mail_queue_report; DROP TABLE mail_sent");
        await _rig.StartAsync();
        _rig.SetAccount(null);
        Assert.Equal(0, _rig.Clock.Timers);
        Assert.Empty(_rig.WorkerJournal.Entries);
        Assert.False(_rig.Ended.IsCompleted);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_after_5_10_and_30_seconds_and_then_every_20_minutes()
    {
        _rig.Sender.Refusal = _ => s_unreachable;
        _rig.Queue.Enqueue(SomeMail.Reply);
        await _rig.StartAsync();
        foreach (
            var delay in new[] { TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), s_later, s_later, s_later }
        )
        {
            await _rig.Clock.SleeperAsync(delay);
            _rig.Clock.Advance(delay);
        }

        await _rig.Sender.TriedAsync(7);
        Assert.Equal(1, _rig.Queue.State.Waiting);
        Assert.Equal("unreachable", _rig.Queue.State.LastError?.Code);
        Assert.StartsWith("1 mail cannot be sent at the moment", _rig.Queue.State.Banner, StringComparison.Ordinal);

        _rig.Sender.Refusal = _ => null;
        await _rig.Clock.SleeperAsync(s_later);
        _rig.Clock.Advance(s_later);
        await _rig.EmptyAsync();
        await _rig.Journal.SaidAsync(8101);
        Assert.Null(_rig.Queue.State.Banner);
        Assert.Empty(await _rig.RowsAsync());
    }

    [Fact]
    public async Task A_day_without_a_server_ends_in_one_alert_and_few_lines()
    {
        _rig.Sender.Refusal = _ => s_unreachable;
        for (var number = 0; number < 40; number++)
        {
            _rig.Queue.Enqueue(SomeMail.Reply with { MessageId = $"{number}@example.org" });
        }

        await _rig.StartAsync();
        for (var tries = 1; _rig.Clock.GetUtcNow() - SteppingClock.Start < MailRetryPolicy.Patience; tries++)
        {
            await _rig.Sender.TriedAsync(tries);
            var delay = new MailRetryPolicy(() => 0).DelayAfter(tries);
            await _rig.Clock.SleeperAsync(delay);
            _rig.Clock.Advance(delay);
        }

        await _rig.EmptyAsync();
        Assert.InRange(_rig.Sender.Tries, 70, 80);
        var rows = await _rig.RowsAsync();
        var alert = Assert.Single(rows, row => row.Entry.IsAlert);
        Assert.Equal("mails-not-sent", alert.Entry.Kind);
        Assert.Contains("cannot be reached", alert.Entry.Text, StringComparison.Ordinal);
        Assert.InRange(rows.Count, 2, 4);
        Assert.InRange(_rig.Journal.Entries.Count, 24, 30);
        Assert.DoesNotContain(_rig.Journal.Messages, line => line.Contains("owner@", StringComparison.Ordinal));
        Assert.Equal((0, 40), (_rig.Queue.State.Waiting, _rig.Queue.State.GaveUp));
        Assert.StartsWith("40 mails could not be sent and were given up.", _rig.Queue.State.Banner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_the_server_does_not_want_is_never_offered_again_and_the_others_go_on()
    {
        _rig.Sender.Refusal = to =>
            to == "nobody@example.net" ? new MailRefusedException("recipient-refused", "There is no such mailbox.") : null;
        _rig.Queue.Enqueue(SomeMail.Reply with { To = "nobody@example.net" });
        _rig.Queue.Enqueue(SomeMail.Reply with { MessageId = "2@example.org" });
        await _rig.StartAsync();
        await _rig.Clock.SleeperAsync(SendingPolicy.Pace);
        _rig.Clock.Advance(SendingPolicy.Pace);
        await _rig.EmptyAsync();
        _rig.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(2, _rig.Sender.Tries);
        Assert.Single(_rig.Sender.Taken);
        var rows = await _rig.RowsAsync();
        Assert.Equal(["mail-given-up", "mails-not-sent"], rows.Select(row => row.Entry.Kind).Order());
        Assert.Equal("nobody@example.net", rows.Single(row => row.Entry.Kind == "mail-given-up").Entry.Subject);
        Assert.Equal(1, _rig.Queue.State.GaveUp);
    }

    [Fact]
    public async Task A_mail_that_is_put_off_does_not_hold_up_the_others()
    {
        _rig.Sender.Refusal = to => to == "grey@example.net" ? new MailUnavailableException("mail-put-off", "Greylisted.") : null;
        _rig.Queue.Enqueue(SomeMail.Reply with { To = "grey@example.net" });
        _rig.Queue.Enqueue(SomeMail.Reply with { MessageId = "2@example.org" });
        await _rig.StartAsync();
        await _rig.Clock.SleeperAsync(SendingPolicy.Pace);
        _rig.Clock.Advance(SendingPolicy.Pace);
        await _rig.Sender.TriedAsync(2);
        Assert.Equal("owner@example.net", Assert.Single(_rig.Sender.Taken).To);

        _rig.Sender.Refusal = _ => null;
        await _rig.Clock.SleeperAsync(TimeSpan.FromSeconds(4));
        _rig.Clock.Advance(TimeSpan.FromSeconds(4));
        await _rig.EmptyAsync();
        Assert.Equal(2, _rig.Sender.Taken.Count);
    }

    [Fact]
    public async Task A_refused_login_stops_sending_until_the_owner_mends_it()
    {
        _rig.Sender.Refusal = _ => new MailRefusedException("login-refused", "The mail server does not take the password.");
        _rig.Queue.Enqueue(SomeMail.Reply);
        await _rig.StartAsync();
        await _rig.Clock.SleeperAsync(MailRetryPolicy.Patience);
        _rig.Queue.Enqueue(SomeMail.Reply with { MessageId = "2@example.org" });
        _rig.Clock.Advance(TimeSpan.FromHours(20));

        Assert.Equal(1, _rig.Sender.Tries);
        var alert = Assert.Single(await _rig.RowsAsync());
        Assert.Equal(("mail-account-refused", true), (alert.Entry.Kind, alert.Entry.IsAlert));
        Assert.True(_rig.Queue.State.IsStopped);
        Assert.Equal(
            "No mails are sent before the mail account is mended (2 mails waiting): The mail server does not take the password.",
            _rig.Queue.State.Banner
        );

        _rig.Sender.Refusal = _ => null;
        _rig.SetAccount(_rig.Current);
        await _rig.Clock.SleeperAsync(SendingPolicy.Pace);
        _rig.Clock.Advance(SendingPolicy.Pace);
        await _rig.EmptyAsync();
        Assert.Equal(2, _rig.Sender.Taken.Count);
        Assert.Null(_rig.Queue.State.Banner);
    }

    [Fact]
    public async Task A_login_that_stays_refused_costs_the_mails_after_a_day()
    {
        _rig.Sender.Refusal = _ => new MailRefusedException("login-refused", "The mail server does not take the password.");
        _rig.Queue.Enqueue(SomeMail.Reply);
        await _rig.StartAsync();
        await _rig.Clock.SleeperAsync(MailRetryPolicy.Patience);
        _rig.Clock.Advance(MailRetryPolicy.Patience);
        await _rig.EmptyAsync();
        Assert.Equal(1, _rig.Sender.Tries);
        Assert.Equal(1, _rig.Queue.State.GaveUp);
    }

    [Fact]
    public async Task A_certificate_that_is_expired_is_tried_again_as_it_may_be_renewed()
    {
        _rig.Sender.Refusal = _ => new MailRefusedException("certificate-expired", "Its certificate has expired.");
        _rig.Queue.Enqueue(SomeMail.Reply);
        await _rig.StartAsync();
        await _rig.Clock.SleeperAsync(TimeSpan.FromSeconds(5));
        Assert.True(Assert.Single(await _rig.RowsAsync()).Entry.IsAlert);
        _rig.Sender.Refusal = _ => null;
        _rig.Clock.Advance(TimeSpan.FromSeconds(5));
        await _rig.EmptyAsync();
    }

    [Fact]
    public async Task No_more_go_out_than_one_a_second_and_so_many_an_hour_also_over_a_restart()
    {
        _rig.SetAccount(_rig.Current! with { MailsPerHour = 3 });
        for (var number = 0; number < 5; number++)
        {
            _rig.Queue.Enqueue(SomeMail.Reply with { MessageId = $"{number}@example.org" });
        }

        await _rig.StartAsync();
        for (var sent = 0; sent < 2; sent++)
        {
            await _rig.Clock.SleeperAsync(SendingPolicy.Pace);
            _rig.Clock.Advance(SendingPolicy.Pace);
        }

        await _rig.Sender.TriedAsync(3);
        await _rig.Clock.SleeperAsync(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(2));
        await _rig.StartAsync();
        _rig.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(3, _rig.Sender.Tries);
        await _rig.Clock.SleeperAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task What_a_full_card_could_not_note_is_not_sent_a_second_time()
    {
        _rig.Queue.Enqueue(SomeMail.Reply);
        _rig.State.Execute("CREATE TRIGGER full BEFORE INSERT ON mail_sent BEGIN SELECT RAISE(ABORT, 'disk is full'); END");
        await _rig.StartAsync();
        for (var minute = 0; minute < 30; minute++)
        {
            await _rig.Clock.SleeperAsync(TimeSpan.FromMinutes(1));
            _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(1, _rig.WorkerJournal.Count(8106));
        await _rig.Clock.SleeperAsync(TimeSpan.FromMinutes(1));
        _rig.State.Execute("DROP TRIGGER full");
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await _rig.EmptyAsync();
        Assert.Equal(1, _rig.Sender.Tries);
    }

    [Fact]
    public async Task What_was_refused_is_not_offered_again_because_a_full_card_could_not_note_it()
    {
        _rig.Sender.Refusal = _ => new MailRefusedException("mail-refused", "The mail server does not take this mail.");
        _rig.Queue.Enqueue(SomeMail.Reply);
        _rig.State.Execute("CREATE TRIGGER full BEFORE DELETE ON mail_queue BEGIN SELECT RAISE(ABORT, 'disk is full'); END");
        await _rig.StartAsync();
        for (var minute = 0; minute < 5; minute++)
        {
            await _rig.Clock.SleeperAsync(TimeSpan.FromMinutes(1));
            _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await _rig.Clock.SleeperAsync(TimeSpan.FromMinutes(1));
        _rig.State.Execute("DROP TRIGGER full");
        _rig.Clock.Advance(TimeSpan.FromMinutes(1));
        await _rig.EmptyAsync();
        Assert.Equal((1, 1), (_rig.Sender.Tries, _rig.Queue.State.GaveUp));
    }

    [Fact]
    public async Task A_photo_of_yesterday_is_not_sent_but_a_message_of_yesterday_is()
    {
        _rig.Queue.Enqueue(
            SomeMail.Reply with
            {
                WrittenAt = SteppingClock.Start,
                Attachments = [new MailAttachment("a.jpg", "image/jpeg", new byte[9])],
            }
        );
        _rig.Queue.Enqueue(SomeMail.Alert with { MessageId = "alert@example.org" });
        // Switched off meanwhile.
        _rig.Clock.Advance(TimeSpan.FromHours(25));
        await _rig.StartAsync();
        await _rig.EmptyAsync();
        Assert.Contains("Somebody knocks", Encoding.ASCII.GetString(Assert.Single(_rig.Sender.Taken).Message), StringComparison.Ordinal);
        Assert.Equal(1, _rig.Queue.State.GaveUp);
    }

    [Fact]
    public async Task A_clock_that_was_put_back_does_not_stop_the_mails()
    {
        _rig.Sender.Refusal = _ => s_unreachable;
        _rig.Queue.Enqueue(SomeMail.Reply);
        await _rig.StartAsync();
        await _rig.Clock.SleeperAsync(TimeSpan.FromSeconds(5));
        _rig.Sender.Refusal = _ => null;
        _rig.Clock.ShiftWallClock(TimeSpan.FromDays(-400));
        _rig.Clock.Advance(TimeSpan.FromSeconds(5));
        await _rig.EmptyAsync();
    }

    [Fact]
    public async Task An_account_that_is_removed_takes_its_mails_with_it()
    {
        _rig.Sender.Refusal = _ => s_unreachable;
        _rig.Queue.Enqueue(SomeMail.Reply);
        await _rig.StartAsync();
        await _rig.Clock.SleeperAsync(TimeSpan.FromSeconds(5));
        _rig.SetAccount(null);
        await _rig.EmptyAsync();
        await Limit.Until(() => _rig.Queue.State.LastError is null, "nothing left of it");
        Assert.Contains("removed with the mail account", Assert.Single(await _rig.RowsAsync()).Entry.Text, StringComparison.Ordinal);
    }
}
