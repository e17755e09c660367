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
        int[] lengths = [100, 200, 400, 700, 710, 690];
        foreach (var length in lengths)
        {
            await ShowAsync(length);
            Assert.False(taking.IsCompleted);
        }

        await ShowAsync(700);
        Assert.Equal(700, (await Limit.On(taking, "a photo")).Jpeg!.Length);
    }

    [Fact]
    public async Task A_light_that_never_settles_is_waited_for_a_second_and_a_half()
    {
        var taking = Take();
        for (var frame = 0; frame < 23; frame++)
        {
            await ShowAsync(frame % 2 == 0 ? 100 : 900);
            Assert.False(taking.IsCompleted);
        }

        await ShowAsync(900);
        Assert.NotNull((await Limit.On(taking, "a photo")).Jpeg);
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
        for (var frame = 0; frame < 4; frame++)
        {
            await ShowAsync(500);
        }

        Assert.NotNull((await Limit.On(taking, "a photo")).Jpeg);
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

    // One frame, and the time that the taker needs to look at it and to wait for the next.
    private async Task ShowAsync(int length)
    {
        _clock.Advance(s_frame);
        Publish(length);
        await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
    }

    private void Publish(int length, NoPicture? reason = null)
    {
        var frame = _pool.Rent(1000);
        frame.Seal(length, Some.Size, _clock.GetUtcNow(), reason);
        _hub.Publish(frame);
    }
}
