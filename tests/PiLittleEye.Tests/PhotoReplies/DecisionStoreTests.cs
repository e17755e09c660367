using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class DecisionStoreTests : IDisposable
{
    private readonly TemporaryState _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public void The_last_fifty_are_kept_newest_first()
    {
        var store = new DecisionStore(_state.Database);
        for (var index = 0; index < 60; index++)
        {
            store.Add(new Decision(SteppingClock.Start, $"{index}@example.com", "refused", "wrong-code", "x"));
        }

        var kept = store.Last();
        Assert.Equal(50, kept.Count);
        Assert.Equal("59@example.com", kept[0].Sender);
        Assert.Equal("10@example.com", kept[^1].Sender);
    }

    [Fact]
    public void One_may_turn_out_otherwise()
    {
        var store = new DecisionStore(_state.Database);
        var id = store.Add(new Decision(SteppingClock.Start, "alice@example.com", "answered", "accepted", "x"));
        store.Change(id, Verdicts.NoPicture);
        Assert.Equal(("answered", "no-picture"), (store.Last()[0].Verdict, store.Last()[0].Reason));
    }
}
