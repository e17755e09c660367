using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class HashingTurnsTests
{
    private readonly HashingTurns _turns = new();
    private readonly List<string> _done = [];

    [Fact]
    public async Task Known_people_go_first_and_of_strangers_the_newest()
    {
        Assert.True(await _turns.EnterAsync(isKnown: false, CancellationToken.None));
        var waiting = new[] { Wait("a", false), Wait("b", false), Wait("home", true), Wait("c", false), Wait("work", true) };
        foreach (var _ in waiting)
        {
            var before = _done.Count;
            _turns.Leave();
            await Limit.Until(() => _done.Count > before, "the next one");
        }

        Assert.Equal(["home", "work", "c", "b", "a"], _done);
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task When_too_many_strangers_wait_the_oldest_are_sent_away_and_nobody_who_is_known()
    {
        Assert.True(await _turns.EnterAsync(isKnown: false, CancellationToken.None));
        var home = _turns.EnterAsync(isKnown: true, CancellationToken.None);
        var flood = Enumerable.Range(0, 100).Select(_ => _turns.EnterAsync(isKnown: false, CancellationToken.None)).ToList();
        var sentAway = flood.Take(100 - HashingTurns.MostWaiting + 1).ToList();
        Assert.All(await Limit.On(Task.WhenAll(sentAway), "the oldest"), Assert.False);
        Assert.DoesNotContain(flood.Skip(sentAway.Count), waiting => waiting.IsCompleted);
        _turns.Leave();
        Assert.True(await Limit.On(home, "who is known"));
    }

    [Fact]
    public async Task Who_gives_up_leaves_the_line_and_takes_no_turn_away()
    {
        Assert.True(await _turns.EnterAsync(isKnown: false, CancellationToken.None));
        using var impatient = new CancellationTokenSource();
        var first = _turns.EnterAsync(isKnown: false, CancellationToken.None);
        var leaving = _turns.EnterAsync(isKnown: false, impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        _turns.Leave();
        Assert.True(await Limit.On(first, "the other one"));
        _turns.Leave();
        Assert.True(await _turns.EnterAsync(isKnown: false, CancellationToken.None));
    }

    private async Task Wait(string who, bool isKnown)
    {
        Assert.True(await _turns.EnterAsync(isKnown, CancellationToken.None));
        _done.Add(who);
    }
}
