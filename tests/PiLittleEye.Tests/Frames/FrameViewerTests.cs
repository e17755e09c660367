using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Frames;

public sealed class FrameViewerTests : IDisposable
{
    private readonly SteppingClock _clock = new();
    private readonly JpegFramePool _pool = new();
    private readonly FrameHub _hub;

    public FrameViewerTests() => _hub = new FrameHub("some", _clock);

    [Fact]
    public async Task Whoever_waits_gets_the_frame_that_is_published()
    {
        using var viewer = _hub.Join(isStream: true);
        var next = viewer.NextAsync();
        Assert.False(next.IsCompleted);

        var frame = Publish();

        Assert.True(next.IsCompletedSuccessfully);
        Assert.Same(frame, await next);
    }

    [Fact]
    public async Task Whoever_comes_while_there_is_a_fresh_one_gets_it_at_once()
    {
        var frame = Publish();
        _clock.Advance(TimeSpan.FromSeconds(2));
        using var viewer = _hub.Join(isStream: true);
        Assert.Same(frame, await viewer.NextAsync());
    }

    [Fact]
    public async Task Whoever_comes_never_gets_a_picture_that_is_older_than_two_seconds()
    {
        Publish();
        _clock.Advance(TimeSpan.FromSeconds(2.001));
        using var viewer = _hub.Join(isStream: true);

        var next = viewer.NextAsync();
        Assert.False(next.IsCompleted);

        var fresh = Publish();
        Assert.Same(fresh, await next);
    }

    [Fact]
    public async Task A_card_is_shown_to_whoever_comes_however_old_it_is()
    {
        var card = Publish(Some.Reason);
        _clock.Advance(TimeSpan.FromMinutes(1));
        using var viewer = _hub.Join(isStream: true);
        Assert.Same(card, await viewer.NextAsync());
    }

    [Fact]
    public void No_frame_is_given_twice()
    {
        var frame = Publish();
        using var viewer = _hub.Join(isStream: true);
        var eye = new SteadyEye(viewer);

        Assert.Same(frame, eye.TryTake());
        Assert.False(eye.Wait());
    }

    [Fact]
    public async Task A_slow_viewer_skips_what_it_missed_and_pins_one_frame()
    {
        using var viewer = _hub.Join(isStream: true);
        Publish();
        var pinned = await viewer.NextAsync();
        var missed = Enumerable.Range(0, 10).Select(_ => Publish()).ToList();

        var newest = Publish();

        Assert.Same(newest, await viewer.NextAsync());
        Assert.Equal(12, newest.Sequence);
        Assert.DoesNotContain(pinned, missed);
        Assert.Equal(2, missed.Distinct().Count());
    }

    [Fact]
    public void A_clear_takes_away_what_was_not_taken_yet()
    {
        using var viewer = _hub.Join(isStream: true);
        var eye = new SteadyEye(viewer);
        Publish();
        eye.TryTake();
        Publish();

        _hub.Clear();

        Assert.False(eye.Wait());
    }

    [Theory]
    [InlineData(15, 15, 150, true)]
    [InlineData(15, 15, 150, false)]
    [InlineData(15, 10, 100, true)]
    [InlineData(15, 10, 100, false)]
    [InlineData(15, 5, 50, true)]
    [InlineData(15, 5, 50, false)]
    [InlineData(30, 20, 200, true)]
    [InlineData(30, 20, 200, false)]
    [InlineData(30, 15, 150, true)]
    [InlineData(30, 15, 150, false)]
    [InlineData(30, 1, 10, true)]
    [InlineData(30, 1, 10, false)]
    [InlineData(15, 30, 150, true)]
    [InlineData(15, 30, 150, false)]
    [InlineData(120, 7, 70, true)]
    [InlineData(120, 7, 70, false)]
    public void A_limit_of_the_rate_is_kept_exactly_over_ten_seconds(int published, int wanted, int expected, bool waits)
    {
        using var viewer = _hub.Join(isStream: true, TimeSpan.FromSeconds(1.0 / wanted));
        var eye = new SteadyEye(viewer);
        var taken = 0;
        for (var frame = 0; frame < published * 10; frame++)
        {
            if (waits)
            {
                eye.Wait();
            }

            taken += IsShown(eye, Publish()) ? 1 : 0;
            _clock.Advance(TimeSpan.FromSeconds(1.0 / published));
        }

        Assert.InRange(taken, expected, expected + 1);
    }

    [Fact]
    public void A_limit_of_the_rate_is_kept_with_a_camera_that_is_not_punctual()
    {
        using var viewer = _hub.Join(isStream: true, TimeSpan.FromMilliseconds(100));
        var (eye, noise, taken) = (new SteadyEye(viewer), new Noise(1), 0);
        for (var frame = 0; frame < 150; frame++)
        {
            var late = Some.Frame(_pool, _clock.GetUtcNow().AddMilliseconds(noise.Next(5)));
            _hub.Publish(late);
            taken += IsShown(eye, late) ? 1 : 0;
            _clock.Advance(TimeSpan.FromSeconds(1.0 / 15));
        }

        Assert.InRange(taken, 99, 101);
    }

    [Fact]
    public void A_limit_equal_to_the_cameras_rate_drops_nothing_of_a_camera_that_is_not_punctual()
    {
        using var viewer = _hub.Join(isStream: true, TimeSpan.FromMilliseconds(100));
        var eye = new SteadyEye(viewer);
        foreach (var early in (int[])[0, 4, -4, 3, -4, 4, 0, -4])
        {
            var frame = Some.Frame(_pool, _clock.GetUtcNow().AddMilliseconds(early));
            _hub.Publish(frame);
            Assert.Same(frame, eye.TryTake());
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }
    }

    [Fact]
    public void After_a_pause_a_limit_does_not_let_frames_through_in_a_burst()
    {
        using var viewer = _hub.Join(isStream: true, TimeSpan.FromSeconds(1));
        var eye = new SteadyEye(viewer);
        Assert.True(IsShown(eye, Publish()));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(IsShown(eye, Publish()));

        _clock.Advance(TimeSpan.FromSeconds(0.5));

        Assert.False(IsShown(eye, Publish()));
    }

    [Fact]
    public void A_card_goes_past_the_limit_and_does_not_use_it_up()
    {
        using var viewer = _hub.Join(isStream: true, TimeSpan.FromSeconds(10));
        var eye = new SteadyEye(viewer);
        Assert.True(IsShown(eye, Publish()));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(IsShown(eye, Publish(Some.Reason)));
        Assert.False(IsShown(eye, Publish()));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(IsShown(eye, Publish()));
    }

    [Fact]
    public void A_wall_clock_put_back_does_not_stop_the_picture_of_a_limited_viewer()
    {
        using var viewer = _hub.Join(isStream: true, TimeSpan.FromMilliseconds(100));
        var eye = new SteadyEye(viewer);
        Assert.True(IsShown(eye, Publish()));

        _clock.ShiftWallClock(TimeSpan.FromHours(-1));
        _clock.Advance(TimeSpan.FromMilliseconds(100));

        Assert.True(IsShown(eye, Publish()));
        _clock.Advance(TimeSpan.FromMilliseconds(50));
        Assert.False(IsShown(eye, Publish()));
    }

    [Fact]
    public async Task Ended_while_it_waits_it_gets_nothing_and_nothing_ever_after()
    {
        using var viewer = _hub.Join(isStream: true);
        var next = viewer.NextAsync();

        viewer.End();
        viewer.End();
        Publish();

        Assert.Null(await next);
        Assert.Null(await viewer.NextAsync());
    }

    [Fact]
    public async Task Ended_after_a_frame_was_handed_over_it_still_gets_that_one()
    {
        using var viewer = _hub.Join(isStream: true);
        var next = viewer.NextAsync();
        var frame = Publish();

        viewer.End();

        Assert.Same(frame, await next);
        Assert.Null(await viewer.NextAsync());
    }

    [Fact]
    public async Task Leaving_ends_the_wait()
    {
        var viewer = _hub.Join(isStream: true);
        var next = viewer.NextAsync();

        viewer.Dispose();

        Assert.Null(await next);
    }

    public void Dispose() => _pool.Dispose();

    private JpegFrame Publish(NoPicture? noPicture = null)
    {
        var frame = Some.Frame(_pool, _clock.GetUtcNow(), noPicture);
        _hub.Publish(frame);
        return frame;
    }

    private static bool IsShown(SteadyEye eye, JpegFrame frame) => ReferenceEquals(eye.TryTake(), frame);
}
