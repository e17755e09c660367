using PiLittleEye.Frames;
using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class PhotoTakerTests : IDisposable
{
    private static readonly TimeSpan s_frame = TimeSpan.FromMilliseconds(66);

    private readonly SteppingClock _clock = new();
    private readonly JpegFramePool _pool = new();
    private readonly FrameHub _hub;

    public PhotoTakerTests() => _hub = new FrameHub("some", _clock);

    public void Dispose()
    {
        _hub.Clear();
        _pool.Dispose();
    }

    [Fact]
    public async Task Of_a_running_camera_the_next_picture_is_taken_and_not_the_last()
    {
        Publish(100);
        _clock.Advance(s_frame);
        var taking = Take();
        Assert.False(taking.IsCompleted);
        _clock.Advance(s_frame);
        Publish(500);
        var photo = await Limit.On(taking, "a photo");
        Assert.Equal(500, photo.Jpeg!.Length);
        Assert.Equal(_clock.GetUtcNow(), photo.CapturedAt);
    }

    [Fact]
    public async Task A_camera_that_was_off_gets_used_to_the_light_first()
    {
        var wanted = 0;
        _hub.Wanted += () => wanted++;
        var taking = Take();
        Assert.InRange(wanted, 1, 2);
        for (var length = 100; length < 700; length += length / 5)
        {
            await ShowAsync(length);
            Assert.False(taking.IsCompleted);
        }

        Assert.Equal(700, (await ShowUntilAsync(taking, _ => 700)).Jpeg!.Length);
    }

    [Fact]
    public async Task A_light_that_never_settles_is_waited_for_a_second_and_a_half()
    {
        var taking = Take();
        var photo = await ShowUntilAsync(taking, frame => (int)(100 * Math.Pow(1.1, frame)));
        Assert.InRange(photo.CapturedAt - SteppingClock.Start, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_card_that_is_new_is_the_reason()
    {
        var taking = Take();
        _clock.Advance(s_frame);
        Publish(100, Some.Reason);
        var photo = await Limit.On(taking, "a reason");
        Assert.Null(photo.Jpeg);
        Assert.Equal(Some.Reason, photo.Reason);
    }

    [Fact]
    public async Task A_card_from_before_waits_for_the_camera_to_come_back()
    {
        Publish(100, Some.Reason);
        _clock.Advance(TimeSpan.FromMinutes(1));
        var taking = Take();
        Assert.False(taking.IsCompleted);
        Assert.NotNull((await ShowUntilAsync(taking, _ => 500)).Jpeg);
    }

    [Fact]
    public async Task A_silent_camera_is_waited_for_ten_seconds_and_no_old_picture_takes_its_place()
    {
        Publish(100);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var taking = Take();
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(taking.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        var photo = await Limit.On(taking, "a reason");
        Assert.Null(photo.Jpeg);
        Assert.Equal("no-frames", photo.Reason!.Code);
        Assert.True(_hub.IdleFor >= TimeSpan.Zero);
    }

    private Task<TakenPhoto> Take() => new PhotoTaker(_clock).TakeAsync(_hub, TestContext.Current.CancellationToken);

    // Some frames may be passed by, as by everybody who looks too late.
    private async Task<TakenPhoto> ShowUntilAsync(Task<TakenPhoto> taking, Func<int, int> length)
    {
        for (var frame = 0; !taking.IsCompleted && frame < 70; frame++)
        {
            await ShowAsync(length(frame));
        }

        return await Limit.On(taking, "a photo");
    }

    private async Task ShowAsync(int length)
    {
        _clock.Advance(s_frame);
        Publish(length);
        await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
    }

    private void Publish(int length, NoPicture? reason = null)
    {
        var frame = _pool.Rent(100_000);
        frame.Seal(length, Some.Size, _clock.GetUtcNow(), reason);
        _hub.Publish(frame);
    }
}
