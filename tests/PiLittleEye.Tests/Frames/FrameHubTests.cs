using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Frames;

public sealed partial class FrameHubTests : IDisposable
{
    private readonly SteppingClock _clock = new();
    private readonly JpegFramePool _pool = new();
    private readonly FrameHub _hub;
    private int _wanted;

    public FrameHubTests()
    {
        _hub = new FrameHub("some", _clock);
        _hub.Wanted += () => _wanted++;
    }

    [Fact]
    public void What_it_publishes_is_numbered()
    {
        var frames = Enumerable.Range(0, 3).Select(_ => Publish().Hold()).ToList();
        Assert.Equal([1, 2, 3], frames.Select(frame => frame.Sequence));
    }

    [Fact]
    public void The_newest_frame_is_given_to_whoever_asks_and_stays()
    {
        Publish();
        var newest = Publish();

        Assert.Same(newest, _hub.TakeLatest());
        Assert.Same(newest, _hub.TakeLatest());
    }

    [Fact]
    public void A_frame_that_is_not_the_newest_any_more_goes_back_to_its_pool()
    {
        var old = Publish();
        Publish();
        Assert.Same(old, _pool.Rent(old.Capacity));
    }

    [Fact]
    public void Cleared_it_has_nothing_and_holds_nothing()
    {
        var frame = Publish();

        _hub.Clear();
        _hub.Clear();

        Assert.Null(_hub.TakeLatest());
        Assert.Same(frame, _pool.Rent(frame.Capacity));
    }

    [Fact]
    public void Nobody_has_looked_yet() => Assert.Equal(TimeSpan.MaxValue, _hub.IdleFor);

    [Fact]
    public void While_somebody_looks_it_is_not_idle_and_then_counts_from_the_last_one()
    {
        var (first, second) = (_hub.Join(isStream: true), _hub.Join(isStream: false));
        _clock.Advance(TimeSpan.FromMinutes(1));
        first.Dispose();
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(TimeSpan.Zero, _hub.IdleFor);

        second.Dispose();
        Assert.Equal(TimeSpan.Zero, _hub.IdleFor);
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), _hub.IdleFor);
    }

    [Fact]
    public void Leaving_twice_counts_once()
    {
        var viewer = _hub.Join(isStream: true);
        viewer.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(3));

        viewer.Dispose();

        Assert.Equal(TimeSpan.FromSeconds(3), _hub.IdleFor);
        Assert.Equal(0, _hub.StreamCount);
    }

    [Fact]
    public void Whoever_only_asks_for_the_newest_keeps_it_from_being_idle()
    {
        _hub.TakeLatest();
        _clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.FromSeconds(9), _hub.IdleFor);

        _hub.TakeLatest();
        Assert.Equal(TimeSpan.Zero, _hub.IdleFor);
    }

    [Fact]
    public void Streams_are_counted_and_photos_are_not()
    {
        using var stream = _hub.Join(isStream: true);
        using var photo = _hub.Join(isStream: false);
        Assert.Equal(1, _hub.StreamCount);
    }

    [Fact]
    public void It_says_that_pictures_are_wanted_when_the_first_viewer_comes_and_again_after_all_have_left()
    {
        var first = _hub.Join(isStream: true);
        var second = _hub.Join(isStream: true);
        Assert.Equal(1, _wanted);

        first.Dispose();
        second.Dispose();
        using var third = _hub.Join(isStream: false);
        Assert.Equal(2, _wanted);
    }

    [Fact]
    public void Asking_for_the_newest_says_so_only_when_there_is_none_and_nobody_waits()
    {
        Publish();
        _hub.TakeLatest();
        Assert.Equal(0, _wanted);

        _hub.Clear();
        _hub.TakeLatest();
        Assert.Equal(1, _wanted);

        using var viewer = _hub.Join(isStream: true);
        _hub.TakeLatest();
        Assert.Equal(2, _wanted);
    }

    [Fact]
    public void Whoever_is_told_that_pictures_are_wanted_may_ask_the_hub()
    {
        var idleFor = TimeSpan.MaxValue;
        _hub.Wanted += () => idleFor = _hub.IdleFor;

        using var viewer = _hub.Join(isStream: true);

        Assert.Equal(TimeSpan.Zero, idleFor);
    }

    public void Dispose() => _pool.Dispose();

    private JpegFrame Publish()
    {
        var frame = Some.Frame(_pool, _clock.GetUtcNow());
        _hub.Publish(frame);
        return frame;
    }
}
