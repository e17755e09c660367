using PiLittleEye.AccessLists;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.AccessLists;

public sealed class HitCountsTests : IDisposable
{
    private static readonly AddressRange s_home = AddressRange.Parse("192.168.0.0/16");
    private static readonly AddressRange s_other = AddressRange.Parse("203.0.113.9");

    private readonly TemporaryState _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public void Each_entry_of_each_list_counts_for_itself_and_after_a_restart_goes_on()
    {
        var hits = new HitCounts(_state.Store);
        hits.Count(new AccessVerdict(IsAdmitted: true, AccessListKind.Allow, s_home));
        hits.Count(new AccessVerdict(IsAdmitted: true, AccessListKind.Allow, s_home));
        hits.Count(new AccessVerdict(IsAdmitted: false, AccessListKind.Block, s_home));
        hits.Count(new AccessVerdict(IsAdmitted: false));
        hits.Save(Lists(s_home));

        var restarted = new HitCounts(_state.Store);
        restarted.Count(new AccessVerdict(IsAdmitted: true, AccessListKind.Allow, s_home));
        Assert.Equal(3, restarted.Of(AccessListKind.Allow, s_home));
        Assert.Equal(1, restarted.Of(AccessListKind.Block, s_home));
        Assert.Equal(0, restarted.Of(AccessListKind.Allow, s_other));
    }

    [Fact]
    public void Refused_requests_are_counted_until_somebody_asks()
    {
        var hits = new HitCounts(_state.Store);
        hits.Count(new AccessVerdict(IsAdmitted: false));
        hits.Count(new AccessVerdict(IsAdmitted: false, AccessListKind.Block, s_home));
        hits.Count(new AccessVerdict(IsAdmitted: true));
        Assert.Equal((2, 0), (hits.TakeRefused(), hits.TakeRefused()));
    }

    [Fact]
    public void The_card_is_written_only_when_something_was_counted()
    {
        var hits = new HitCounts(_state.Store);
        hits.Save(Lists(s_home));
        hits.Count(new AccessVerdict(IsAdmitted: true));
        hits.Save(Lists(s_home));
        Assert.Null(_state.Store.Read("access-list-hits"));
    }

    [Fact]
    public void An_entry_that_left_its_list_is_forgotten()
    {
        var hits = new HitCounts(_state.Store);
        hits.Count(new AccessVerdict(IsAdmitted: true, AccessListKind.Allow, s_other));
        hits.Save(Lists(s_home));
        Assert.Equal(0, hits.Of(AccessListKind.Allow, s_other));
        Assert.Equal("{}", _state.Store.Read("access-list-hits"));
    }

    [Fact]
    public void Nobody_is_lost_when_many_come_at_the_same_moment()
    {
        var hits = new HitCounts(_state.Store);
        Together.Run(50, _ => hits.Count(new AccessVerdict(IsAdmitted: true, AccessListKind.Allow, s_home)));
        Assert.Equal(50, hits.Of(AccessListKind.Allow, s_home));
    }

    private static AccessListsSettings Lists(AddressRange entry) =>
        new(new AddressList(true, [entry]), new AddressList(true, [entry]), new AddressList(false, []), Revision: 0);
}
