using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class MailboxReaderTests : IAsyncDisposable
{
    private readonly PhotoReplyRig _rig = new();
    private readonly byte[] _alice;
    private readonly byte[] _bob;

    public MailboxReaderTests() => (_alice, _bob) = (_rig.Add(PhotoReplyRig.Alice), _rig.Add("bob@example.com"));

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task A_flood_of_strangers_is_not_fetched_mail_by_mail()
    {
        for (var mail = 0; mail < 3000; mail++)
        {
            _rig.Server.Deliver(PhotoReplyRig.Request("buy", from: $"s{mail}@example.org", id: $"s{mail}@example.org"));
            if (mail == 1500)
            {
                _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_alice)));
            }
        }

        await _rig.ReadAsync();
        Assert.Single(_rig.Waiting);
        Assert.InRange(_rig.Server.CountOf("read"), 1, 21);
        // And not again.
        var reads = _rig.Server.CountOf("read");
        await _rig.ReadAsync();
        Assert.Equal(reads, _rig.Server.CountOf("read"));
    }

    [Fact]
    public async Task A_flood_in_the_name_of_one_sender_does_not_keep_another_waiting()
    {
        for (var mail = 0; mail < 1000; mail++)
        {
            _rig.Server.Deliver(
                PhotoReplyRig.Request("000000", id: $"f{mail}@example.org").Replace("dmarc=pass", "dmarc=fail", StringComparison.Ordinal)
            );
        }

        var readsBefore = -1;
        _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_bob), from: "bob@example.com", id: "bob@example.com"));
        _rig.Server.Fault = (call, isAfter) =>
        {
            if (call == "mark" && !isAfter && readsBefore < 0 && _rig.Waiting.Count == 1)
            {
                readsBefore = _rig.Server.CountOf("read");
            }
        };
        await _rig.ReadAsync();
        Assert.Single(_rig.Waiting);
        Assert.InRange(readsBefore, 1, 51);
        // The card is not written for each of them.
        Assert.InRange(_rig.Decisions.Count, 1, 22);
    }

    [Fact]
    public async Task A_mailbox_full_of_old_mails_is_no_work()
    {
        for (var mail = 0; mail < 2000; mail++)
        {
            _rig.Server.Deliver(PhotoReplyRig.Request("000000", id: $"old{mail}@example.org"), _rig.Clock.GetUtcNow().AddHours(-3));
        }

        _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_alice)));
        await _rig.ReadAsync();
        Assert.Single(_rig.Waiting);
        Assert.InRange(_rig.Server.CountOf("read"), 1, 5);
        Assert.DoesNotContain(_rig.Decisions, decision => decision.Reason == "not-listed");
    }

    [Fact]
    public async Task Other_numbers_of_the_same_mails_make_no_second_answer()
    {
        _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_alice)));
        await _rig.ReadAsync();
        _rig.Server.UidValidity++;
        await _rig.ReadAsync();
        Assert.Single(_rig.Waiting);
        Assert.Contains(_rig.Decisions[0].Reason, (string[])["used-code", "same-mail"]);
    }

    [Fact]
    public async Task A_mail_that_vanishes_while_it_is_read_stops_nothing()
    {
        _rig.Server.Deliver("not a mail at all");
        _rig.Server.Deliver("");
        _rig.Server.Deliver(PhotoReplyRig.Request(_rig.CodeOf(_alice)));
        await _rig.ReadAsync();
        Assert.Single(_rig.Waiting);
        Assert.Equal(2, _rig.Decisions.Count(decision => decision.Reason == "unclear-sender"));
    }
}
