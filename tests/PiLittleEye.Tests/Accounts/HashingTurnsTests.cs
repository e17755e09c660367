using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class HashingTurnsTests
{
    private readonly HashingTurns _turns = new();

    [Fact]
    public void Of_strangers_those_go_first_who_may_come_in_the_fewest_failures_before_others()
    {
        var running = Join(isHopeful: false);
        var (nobody, often, seldom, also) = (
            Join(isHopeful: false),
            Join(true, failures: 9),
            Join(true, failures: 2),
            Join(true, failures: 2)
        );
        Assert.Equal([running, seldom, also, often, nobody], InTheirOrder(running, nobody, often, seldom, also));
    }

    [Fact]
    public void Known_people_wait_for_each_other_and_for_no_stranger()
    {
        var (stranger, next) = (Join(isHopeful: true), Join(isHopeful: true));
        var (home, work) = (_turns.JoinKnown(), _turns.JoinKnown());
        Assert.Equal([true, false, true, false], new[] { stranger, next, home, work }.Select(turn => turn.HasBegun));
        _turns.Finish(home);
        Assert.Equal([false, true], new[] { next, work }.Select(turn => turn.HasBegun));
        _turns.Finish(stranger);
        Assert.True(next.HasBegun);
    }

    [Fact]
    public void Failures_are_answered_as_they_came_whenever_they_were_checked()
    {
        var (running, first, second) = (Join(isHopeful: false), Join(isHopeful: false), Join(isHopeful: true));
        _turns.Finish(running);
        Assert.True(second.HasBegun);
        _turns.Finish(second);
        Assert.Equal([true, false, false], Answered(running, first, second));
        _turns.Finish(first);
        Assert.Equal([true, true, true], Answered(running, first, second));
    }

    [Fact]
    public void Behind_too_many_only_who_may_come_in_is_checked_and_how_it_went_is_not_told()
    {
        var placed = Enumerable.Range(0, HashingTurns.MostWaiting).Select(_ => Join(isHopeful: false)).ToList();
        var (nobody, somebody) = (Join(isHopeful: false), Join(isHopeful: true));
        Assert.All(placed, turn => Assert.True(turn.HasPlace));
        Assert.Equal([false, false], new[] { nobody.HasPlace, somebody.HasPlace });

        // As many hashes as without the one who is checked: nobody who waits can count it.
        var order = InTheirOrder([.. placed, nobody, somebody]);
        Assert.Equal([placed[0], somebody, .. placed[1..^1]], order);
        Assert.All([.. placed, nobody, somebody], turn => Assert.True(turn.WhenAnsweredAsync().IsCompletedSuccessfully));
    }

    [Fact]
    public async Task Of_a_flood_from_known_places_the_oldest_are_sent_away()
    {
        _ = _turns.JoinKnown();
        var flood = Enumerable.Range(0, 100).Select(_ => _turns.JoinKnown()).ToList();
        var sentAway = flood[..^HashingTurns.MostWaiting];
        Assert.All(await Limit.On(Task.WhenAll(sentAway.Select(turn => turn.WhenBegunAsync())), "the oldest"), Assert.False);
        Assert.DoesNotContain(flood[sentAway.Count..], turn => turn.HasBegun);
    }

    [Fact]
    public void Who_gives_up_leaves_the_line_and_takes_no_turn_away()
    {
        var (running, leaving, last) = (Join(isHopeful: false), Join(isHopeful: false), Join(isHopeful: false));
        using var impatient = new CancellationTokenSource();
        impatient.Cancel();
        _turns.Leave(leaving, impatient.Token);
        Assert.True(leaving.WhenBegunAsync().IsCanceled);
        // Under way: ends in the ordinary way.
        _turns.Leave(running, impatient.Token);
        _turns.Finish(running);
        Assert.True(last.HasBegun);
        _turns.Finish(last);
        Assert.Equal([true, true], Answered(running, last));
        Assert.True(Join(isHopeful: false).HasBegun);
    }

    [Fact]
    public void Whoever_is_let_in_does_not_wait_for_those_who_came_before()
    {
        var (running, before, right, after) = (Join(false), Join(false), Join(true), Join(false));
        _turns.Finish(running);
        _turns.Finish(right);
        _turns.Leave(right, TestContext.Current.CancellationToken);
        _turns.Finish(before);
        Assert.Equal([true, false], Answered(before, after));
        _turns.Finish(after);
        Assert.Equal([true], Answered(after));
    }

    [Fact]
    public void Who_is_guessed_at_while_he_waits_goes_behind_others()
    {
        var failures = 1;
        var running = Join(isHopeful: false);
        var guessedAt = _turns.Join(isHopeful: true, () => failures);
        var other = Join(isHopeful: true, failures: 2);
        failures = 3;
        Assert.Equal([running, other, guessedAt], InTheirOrder(running, guessedAt, other));
    }

    [Fact]
    public void What_only_passes_the_time_pauses_for_whoever_may_come_in()
    {
        var pastime = Join(isHopeful: false);
        Assert.False(_turns.MustPause(pastime));
        var (right, next) = (Join(isHopeful: true), Join(isHopeful: false));
        Assert.False(right.HasBegun);
        Assert.True(_turns.MustPause(pastime));
        Assert.Equal([true, false], new[] { right, next }.Select(turn => turn.HasBegun));
        Assert.False(pastime.WhenResumedAsync().IsCompleted);

        _turns.Finish(right);
        Assert.True(pastime.WhenResumedAsync().IsCompleted);
        Assert.False(next.HasBegun);
        var home = _turns.JoinKnown();
        Assert.True(_turns.MustPause(pastime));
        _turns.Finish(home);
        Assert.True(pastime.WhenResumedAsync().IsCompleted);
        _turns.Finish(pastime);
        Assert.True(next.HasBegun);
        Assert.Equal([true, true, false], Answered(pastime, right, next));
    }

    private HashingTurn Join(bool isHopeful, int failures = 0) => _turns.Join(isHopeful, () => failures);

    private List<HashingTurn> InTheirOrder(params HashingTurn[] turns)
    {
        var order = new List<HashingTurn>();
        while (turns.Except(order).FirstOrDefault(turn => turn.HasBegun && !turn.IsDone) is { } next)
        {
            order.Add(next);
            _turns.Finish(next);
        }

        return order;
    }

    private static List<bool> Answered(params HashingTurn[] turns) =>
        [.. turns.Select(turn => turn.WhenAnsweredAsync().IsCompletedSuccessfully)];
}
