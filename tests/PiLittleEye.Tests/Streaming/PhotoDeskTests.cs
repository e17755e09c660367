using PiLittleEye.Frames;
using PiLittleEye.Streaming;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed class PhotoDeskTests : IDisposable
{
    private static readonly PhotoRequest s_anyOfTheLastSecond = new(TimeSpan.FromSeconds(1), MustBeNewer: false);
    private static readonly PhotoRequest s_fresh = new(TimeSpan.FromSeconds(1), MustBeNewer: true);

    private readonly SteppingClock _clock = new();
    private readonly JpegFramePool _pool = new();
    private readonly FrameHub _hub;
    private readonly PhotoDesk _desk;
    private int _wanted;

    public PhotoDeskTests()
    {
        _hub = new FrameHub("some", _clock);
        _hub.Wanted += () => _wanted++;
        _desk = new PhotoDesk(_clock);
    }

    [Fact]
    public async Task A_frame_that_is_fresh_enough_comes_from_memory_at_once()
    {
        var frame = Publish();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Same(frame, await Completed(TakeAsync(s_anyOfTheLastSecond)));
        Assert.Equal(0, _wanted);
    }

    [Fact]
    public async Task An_older_one_is_not_given_and_the_next_is_waited_for()
    {
        Publish();
        _clock.Advance(TimeSpan.FromSeconds(1.1));
        var waiting = TakeAsync(s_anyOfTheLastSecond);
        Assert.False(waiting.IsCompleted);

        var next = Publish();

        Assert.Same(next, await Limit.On(waiting, "the next frame"));
    }

    [Fact]
    public async Task Fresh_means_captured_after_the_request_came_in()
    {
        Publish();
        _clock.Advance(TimeSpan.FromSeconds(0.01));
        var waiting = TakeAsync(s_fresh);
        // On its way through the encoder when the request came in.
        Publish(capturedAt: _clock.GetUtcNow() - TimeSpan.FromSeconds(0.005));
        Assert.False(waiting.IsCompleted);

        _clock.Advance(TimeSpan.FromSeconds(0.06));
        var next = Publish();

        Assert.Same(next, await Limit.On(waiting, "a fresh frame"));
    }

    [Fact]
    public async Task Of_fifty_that_ask_at_once_only_the_first_wakes_the_camera_and_all_get_the_same_frame()
    {
        var waiting = new List<Task<JpegFrame?>> { TakeAsync(s_anyOfTheLastSecond) };
        var woken = _wanted;
        waiting.AddRange(Enumerable.Range(0, 49).Select(_ => TakeAsync(s_anyOfTheLastSecond)));
        Assert.InRange(_wanted, 1, woken);
        Assert.Equal(0, _hub.StreamCount);

        var frame = Publish();

        Assert.All(await Limit.On(Task.WhenAll(waiting), "fifty photos"), photo => Assert.Same(frame, photo));
    }

    [Fact]
    public async Task A_card_is_an_answer_too_and_nobody_waits_behind_it()
    {
        var card = Publish(reason: Some.Reason);
        Assert.Same(card, await Completed(TakeAsync(s_fresh)));

        _hub.Clear();
        var waiting = TakeAsync(s_fresh);
        var another = Publish(reason: Some.Reason);
        Assert.Same(another, await Limit.On(waiting, "a card"));
    }

    [Fact]
    public async Task After_ten_seconds_without_a_frame_nobody_waits_any_longer()
    {
        var waiting = TakeAsync(s_anyOfTheLastSecond);
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Null(await Limit.On(waiting, "the end of patience"));
        Assert.Equal(TimeSpan.Zero, _hub.IdleFor);
    }

    [Fact]
    public async Task Who_leaves_does_not_keep_the_camera_on()
    {
        using var left = new CancellationTokenSource();
        var waiting = _desk.TakeAsync(_hub, s_anyOfTheLastSecond, left.Token);
        await left.CancelAsync();
        Assert.Null(await Limit.On(waiting, "the end of the wait"));
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(TimeSpan.FromSeconds(11), _hub.IdleFor);
    }

    [Fact]
    public async Task Frames_that_were_too_old_go_back_to_their_pool()
    {
        var old = Publish();
        _clock.Advance(TimeSpan.FromSeconds(5));
        var waiting = TakeAsync(s_anyOfTheLastSecond);
        var alsoOld = Publish(capturedAt: _clock.GetUtcNow() - TimeSpan.FromSeconds(3));
        Publish();
        (await Limit.On(waiting, "a frame"))!.Release();
        _hub.Clear();

        var pooled = new[] { _pool.Rent(1000), _pool.Rent(1000) };

        // The third took the place of the first.
        Assert.Contains(old, pooled);
        Assert.Contains(alsoOld, pooled);
    }

    public void Dispose() => _pool.Dispose();

    private Task<JpegFrame?> TakeAsync(PhotoRequest request) => _desk.TakeAsync(_hub, request, CancellationToken.None);

    private JpegFrame Publish(DateTimeOffset? capturedAt = null, NoPicture? reason = null)
    {
        var frame = Some.Frame(_pool, capturedAt ?? _clock.GetUtcNow(), reason);
        _hub.Publish(frame);
        return frame;
    }

    private static Task<JpegFrame?> Completed(Task<JpegFrame?> photo)
    {
        Assert.True(photo.IsCompleted, "It waited.");
        return photo;
    }
}
