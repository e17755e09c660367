using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Frames;

public sealed class FrameDeliveryTests : IDisposable
{
    private readonly SteppingClock _clock = new();
    private readonly JpegFramePool _pool = new();
    private readonly FrameHub _hub;
    private readonly ManualResetEventSlim _release = new(initialState: false);

    public FrameDeliveryTests() => _hub = new FrameHub("camera", _clock);

    public void Dispose()
    {
        _release.Set();
        _hub.Clear();
        _release.Dispose();
        _pool.Dispose();
    }

    [Fact]
    public async Task One_thread_that_is_not_the_cameras_brings_every_frame_to_all()
    {
        var viewers = Enumerable.Range(0, 20).Select(_ => _hub.Join(isStream: true)).ToList();
        var threads = new HashSet<int>();
        for (var frame = 0; frame < 3; frame++)
        {
            var watching = viewers.ConvertAll(viewer => ThreadOfNextAsync(viewer));
            Publish();
            foreach (var thread in await Limit.On(Task.WhenAll(watching), "the frame came to all"))
            {
                threads.Add(thread);
            }
        }

        Assert.NotEqual(Environment.CurrentManagedThreadId, Assert.Single(threads));
        viewers.ForEach(viewer => viewer.Dispose());
    }

    // No write waits, but a mistake in one must not be everybody's.
    [Fact]
    public async Task Whoever_does_not_end_its_turn_holds_up_nobody_beyond_the_next_frame_nor_the_camera()
    {
        using var stuck = _hub.Join(isStream: true);
        using var good = _hub.Join(isStream: true);
        var (blocking, watching) = (ThreadOfNextAsync(stuck, _release), ThreadOfNextAsync(good));
        Publish();
        Publish();
        await Limit.On(watching, "the other one got a frame");
        for (var frame = 0; frame < 3; frame++)
        {
            var next = ThreadOfNextAsync(good);
            Publish();
            Publish();
            await Limit.On(next, "the other one gets frames");
        }

        Assert.False(blocking.IsCompleted);
        _release.Set();
        await Limit.On(blocking, "the turn ended");
    }

    [Fact]
    public async Task A_photo_does_not_wait_for_streams()
    {
        using var stuck = _hub.Join(isStream: true);
        using var photo = _hub.Join(isStream: false);
        var (blocking, taking) = (ThreadOfNextAsync(stuck, _release), ThreadOfNextAsync(photo));
        Publish();
        await Limit.On(taking, "the photo was taken");
        _release.Set();
        Assert.NotEqual(await Limit.On(blocking, "the turn ended"), await taking);
    }

    [Fact]
    public async Task Being_sent_away_is_told_although_another_does_not_end_its_turn()
    {
        using var stuck = _hub.Join(isStream: true);
        using var leaving = _hub.Join(isStream: true);
        var blocking = ThreadOfNextAsync(stuck, _release);
        Publish();
        var last = leaving.NextAsync().AsTask();
        (await Limit.On(last, "the newest"))!.Release();
        var end = leaving.NextAsync().AsTask();
        leaving.End();
        Assert.Null(await Limit.On(end, "the end"));
        _release.Set();
        await Limit.On(blocking, "the turn ended");
    }

    private static async Task<int> ThreadOfNextAsync(FrameViewer viewer, ManualResetEventSlim? until = null)
    {
        var frame = await viewer.NextAsync().ConfigureAwait(false);
        var thread = Environment.CurrentManagedThreadId;
        until?.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        frame?.Release();
        // The test goes on elsewhere: it is no part of the turn.
        await Task.Yield();
        return thread;
    }

    private void Publish() => _hub.Publish(Some.Frame(_pool, _clock.GetUtcNow()));
}
