using PiLittleEye.Mail;
using PiLittleEye.Mail.Queue;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Queue;

public sealed class MailQueueTests : IAsyncLifetime
{
    private readonly MailQueueRig _rig = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public void A_mail_that_was_taken_is_there_for_whoever_opens_the_database_next()
    {
        _rig.Queue.Enqueue(SomeMail.Reply);
        var waiting = Assert.Single(_rig.Store.Waiting());
        Assert.Equal(
            ("some-id@example.org", "owner@example.net", false, 0),
            (waiting.MessageId, waiting.Recipient, waiting.IsAlert, waiting.Tries)
        );
        Assert.Equal(MailQueue.Prepare(SomeMail.Reply).Message.ToArray(), _rig.Store.Content(waiting.Id));
        Assert.Equal((1, SteppingClock.Start), (_rig.Queue.State.Waiting, _rig.Queue.State.OldestAt));
    }

    [Fact]
    public async Task The_same_mail_is_stored_once_also_when_it_went_out_meanwhile()
    {
        _rig.Queue.Enqueue(SomeMail.Reply);
        _rig.Queue.Enqueue(SomeMail.Reply);
        Assert.Single(_rig.Store.Waiting());
        await _rig.StartAsync();
        await _rig.EmptyAsync();
        _rig.Queue.Enqueue(SomeMail.Reply);
        Assert.Empty(_rig.Store.Waiting());
    }

    [Fact]
    public void What_can_never_be_sent_is_refused_at_once_and_not_stored()
    {
        Assert.Equal("wrong-address", Refusal(SomeMail.Reply with { To = "nobody" }));
        Assert.Equal("wrong-header", Refusal(SomeMail.Reply with { Subject = "a\r\nBcc: b@example.org" }));
        var big = new MailAttachment("a.jpg", "image/jpeg", new byte[8_000_000]);
        Assert.Equal("mail-too-big", Refusal(SomeMail.Reply with { Attachments = [big] }));
        Assert.Empty(_rig.Store.Waiting());

        string Refusal(OutgoingMail mail) => Assert.Throws<MailRefusedException>(() => _rig.Queue.Enqueue(mail)).Code;
    }

    [Fact]
    public async Task When_there_are_too_many_the_oldest_alerts_go_first_and_then_nothing_more_is_taken()
    {
        for (var number = 0; number < 100; number++)
        {
            _rig.Queue.Enqueue((number < 2 ? SomeMail.Alert : SomeMail.Reply) with { MessageId = $"{number}@example.org" });
        }

        _rig.Queue.Enqueue(SomeMail.Reply with { MessageId = "100@example.org" });
        Assert.DoesNotContain(_rig.Store.Waiting(), mail => mail.MessageId == "0@example.org");
        _rig.Queue.Enqueue(SomeMail.Alert with { MessageId = "101@example.org" });
        _rig.Queue.Enqueue(SomeMail.Reply with { MessageId = "102@example.org" });
        Assert.DoesNotContain(_rig.Store.Waiting(), mail => mail.IsAlert);

        var full = Assert.Throws<MailUnavailableException>(() => _rig.Queue.Enqueue(SomeMail.Alert with { MessageId = "103@example.org" }));
        Assert.Equal("queue-full", full.Code);
        Assert.Equal(100, _rig.Store.Waiting().Count);
        Assert.All(await _rig.RowsAsync(), row => Assert.Equal("mails-dropped", row.Entry.Kind));
    }

    [Fact]
    public void No_more_than_32_megabytes_wait()
    {
        var photo = new MailAttachment("a.jpg", "image/jpeg", new byte[6_000_000]);
        for (var number = 0; number < 4; number++)
        {
            _rig.Queue.Enqueue(SomeMail.Reply with { MessageId = $"{number}@example.org", Attachments = [photo] });
        }

        Assert.Equal(
            "queue-full",
            Assert.Throws<MailUnavailableException>(() => _rig.Queue.Enqueue(SomeMail.Reply with { Attachments = [photo] })).Code
        );
        _rig.Queue.Enqueue(SomeMail.Reply);
    }

    [Fact]
    public void It_is_stored_together_with_what_belongs_to_it_or_not_at_all()
    {
        var prepared = MailQueue.Prepare(SomeMail.Reply);
        var database = _rig.State.Database;
        Assert.Throws<InvalidOperationException>(() =>
            database.Change<int>(command =>
            {
                MailQueueStore.Add(command, prepared, SteppingClock.Start);
                throw new InvalidOperationException("cut");
            })
        );
        Assert.Empty(_rig.Store.Waiting());

        var dropped = database.Change(command => MailQueueStore.Add(command, prepared, SteppingClock.Start));
        _rig.Queue.Added(dropped);
        Assert.Single(_rig.Store.Waiting());
    }

    [Fact]
    public void A_full_disk_is_told_and_nothing_is_half_there()
    {
        _rig.State.Execute("CREATE TRIGGER full BEFORE INSERT ON mail_queue_content BEGIN SELECT RAISE(ABORT, 'disk is full'); END");
        Assert.Throws<StorageUnavailableException>(() => _rig.Queue.Enqueue(SomeMail.Reply));
        Assert.Empty(_rig.Store.Waiting());
    }

    // Every moment at which the power may go, seen from what is on the card: the mail goes out, and always as the same bytes.
    [Theory]
    [InlineData(PowerCut.BeforeTheWorker, 1)]
    [InlineData(PowerCut.BeforeTheServerTookIt, 1)]
    [InlineData(PowerCut.BeforeItWasNoted, 2)]
    [InlineData(PowerCut.WhileItWasNoted, 2)]
    [InlineData(PowerCut.AfterItWasNoted, 1)]
    public async Task A_power_cut_costs_no_mail_and_at_most_sends_the_same_one_again(PowerCut moment, int times)
    {
        var cut = new InvalidOperationException("The power went.");
        _rig.Queue.Enqueue(SomeMail.Reply);
        if (moment != PowerCut.BeforeTheWorker)
        {
            _rig.Sender.Refusal = _ => moment == PowerCut.BeforeTheServerTookIt ? cut : null;
            _rig.Sender.Afterwards = moment == PowerCut.BeforeItWasNoted ? cut : null;
            if (moment == PowerCut.WhileItWasNoted)
            {
                _rig.State.Execute("CREATE TRIGGER cut BEFORE UPDATE ON mail_queue_report BEGIN SELECT RAISE(ABORT, 'power'); END");
            }

            await _rig.StartAsync();
            await _rig.Sender.TriedAsync(1);
            await Limit.Until(() => _rig.Ended.IsCompleted || _rig.Clock.Timers > 0 || _rig.Store.Waiting().Count == 0, "the cut");
            _rig.State.Execute("DROP TRIGGER IF EXISTS cut");
            (_rig.Sender.Refusal, _rig.Sender.Afterwards) = (_ => null, null);
        }

        await _rig.StartAsync();
        await _rig.EmptyAsync();
        Assert.Equal(times, _rig.Sender.Taken.Count);
        Assert.All(_rig.Sender.Taken, taken => Assert.Equal(_rig.Sender.Taken[0].Message, taken.Message));
    }

    public enum PowerCut
    {
        BeforeTheWorker,
        BeforeTheServerTookIt,
        BeforeItWasNoted,
        WhileItWasNoted,
        AfterItWasNoted,
    }
}
