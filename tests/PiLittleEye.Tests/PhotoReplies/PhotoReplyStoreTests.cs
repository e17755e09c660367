using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class PhotoReplyStoreTests : IDisposable
{
    private const long Step = 58_000_000;

    private readonly TemporaryState _state = new();
    private readonly SteppingClock _clock = new();
    private readonly PhotoReplyStore _replies;
    private readonly PhotoSenderStore _senders;

    public PhotoReplyStoreTests()
    {
        _senders = new PhotoSenderStore(_state.Database, _clock);
        _replies = new PhotoReplyStore(_state.Database);
    }

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task Of_a_hundred_copies_of_a_mail_at_once_one_may_be_answered()
    {
        var alice = Add("alice@example.com", secret: 7);
        // Each with a database of its own, as if each were another process.
        var tries = Enumerable
            .Range(0, 100)
            .Select(_ =>
                Task.Run(() =>
                    new PhotoReplyStore(_state.Database).Spend(alice, Step, [1], SteppingClock.Start, PhotoReplySettings.Default)
                )
            );
        var verdicts = await Task.WhenAll(tries);
        Assert.Single(verdicts, verdict => verdict is null);
        Assert.All(verdicts.OfType<Verdict>(), verdict => Assert.Equal("same-mail", verdict.Reason));
        Assert.Equal(1, _senders.Find(alice.Id)!.Replies);
    }

    [Fact]
    public async Task Of_a_hundred_mails_with_one_code_at_once_one_may_be_answered()
    {
        var alice = Add("alice@example.com", secret: 7);
        var bob = Add("bob@example.com", secret: 7, isNew: false);
        var tries = Enumerable
            .Range(0, 100)
            .Select(index =>
                Task.Run(() =>
                    _replies.Spend(index % 2 == 0 ? alice : bob, Step, [(byte)index], SteppingClock.Start, PhotoReplySettings.Default)
                )
            );
        var verdicts = await Task.WhenAll(tries);
        Assert.Single(verdicts, verdict => verdict is null);
        Assert.All(verdicts.OfType<Verdict>(), verdict => Assert.Equal("used-code", verdict.Reason));
    }

    [Fact]
    public void No_more_than_six_an_hour_for_one_and_thirty_for_all_and_the_code_is_used_up_all_the_same()
    {
        var senders = Enumerable.Range(0, 6).Select(index => Add($"s{index}@example.com", secret: 10 + index)).ToList();
        var step = Step;
        byte mail = 0;
        for (var round = 0; round < 6; round++)
        {
            Assert.Null(Spend(senders[0], step++, mail++));
        }

        Assert.Equal("sender-limit", Spend(senders[0], step, mail++)?.Reason);
        Assert.Equal("used-code", Spend(senders[0], step, mail++)?.Reason);
        for (var other = 1; other < 5; other++)
        {
            for (var round = 0; round < 6; round++)
            {
                Assert.Null(Spend(senders[other], step++, mail++));
            }
        }

        Assert.Equal("total-limit", Spend(senders[5], step++, mail++)?.Reason);
        _clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(1));
        Assert.Null(Spend(senders[5], step, mail));
    }

    [Fact]
    public void Five_wrong_codes_in_a_day_lock_for_a_day()
    {
        var alice = Add("alice@example.com", secret: 7);
        for (var miss = 0; miss < 4; miss++)
        {
            Assert.False(_replies.Miss(alice, _clock.GetUtcNow()));
        }

        Assert.Equal(4, _senders.Find(alice.Id)!.WrongCodes);
        // A right one in between does not give a guesser five more.
        Assert.Null(Spend(alice, Step, mail: 1));
        Assert.True(_replies.Miss(alice, _clock.GetUtcNow()));
        var locked = _senders.Find(alice.Id)!;
        Assert.Equal(_clock.GetUtcNow().AddHours(24), locked.LockedUntil);
        Assert.Equal("locked", Spend(locked, Step + 1, mail: 2)?.Reason);
        _clock.Advance(TimeSpan.FromHours(24));
        Assert.False(_senders.Find(alice.Id)!.IsLocked(_clock.GetUtcNow()));
        Assert.Null(Spend(alice, Step + 2, mail: 3));
    }

    [Fact]
    public void Wrong_codes_of_another_day_are_forgotten()
    {
        var alice = Add("alice@example.com", secret: 7);
        for (var day = 0; day < 20; day++)
        {
            Assert.False(_replies.Miss(alice, _clock.GetUtcNow()));
            Assert.False(_replies.Miss(alice, _clock.GetUtcNow()));
            _clock.Advance(TimeSpan.FromHours(25));
        }

        Assert.Equal(0, _senders.Find(alice.Id)!.WrongCodes);
    }

    [Fact]
    public void A_sender_that_was_removed_or_got_another_secret_meanwhile_gets_nothing()
    {
        var alice = Add("alice@example.com", secret: 7);
        Assert.Equal("locked", Spend(alice with { SecretId = 8 }, Step, mail: 1)?.Reason);
        Assert.True(_senders.Remove(alice.Id));
        Assert.Equal("locked", Spend(alice, Step, mail: 1)?.Reason);
    }

    private Verdict? Spend(PhotoSender sender, long step, byte mail) =>
        _replies.Spend(sender, step, [mail], _clock.GetUtcNow(), PhotoReplySettings.Default);

    private PhotoSender Add(string address, long secret, bool isNew = true)
    {
        Assert.True(_senders.Add(address, accountId: null, secret, isNew ? [1, 2, 3] : null, most: 50));
        _senders.Verify(secret, step: 1);
        return _senders.FindByAddress(address)!;
    }
}
