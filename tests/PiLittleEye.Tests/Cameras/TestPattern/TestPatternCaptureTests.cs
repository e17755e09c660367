using System.Diagnostics;
using PiLittleEye.Cameras;
using PiLittleEye.Cameras.TestPattern;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras.TestPattern;

public sealed class TestPatternCaptureTests
{
    private static readonly CaptureMode s_mode = new(new Resolution(320, 240), 10);
    private static readonly CancellationToken s_noWait = new(canceled: true);

    private readonly SteppingClock _clock = new();
    private readonly RawFrame _frame = new();

    [Fact]
    public void A_frame_is_numbered_and_stamped_when_it_is_due()
    {
        using var capture = new TestPatternSource(_clock).Open(s_mode);
        for (var number = 1; number <= 3; number++)
        {
            Assert.False(capture.Read(_frame, s_noWait));
            _clock.Advance(TimeSpan.FromSeconds(0.1));
            Assert.True(capture.Read(_frame, s_noWait));
            Assert.Equal((number, _clock.GetUtcNow(), s_mode.Size), (_frame.Sequence, _frame.CapturedAt, _frame.Size));
        }
    }

    [Fact]
    public void Who_reads_late_is_still_on_the_same_grid_of_time()
    {
        using var capture = new TestPatternSource(_clock).Open(s_mode);
        _clock.Advance(TimeSpan.FromSeconds(0.25));
        Assert.True(capture.Read(_frame, s_noWait));
        Assert.True(capture.Read(_frame, s_noWait));
        Assert.False(capture.Read(_frame, s_noWait));
        _clock.Advance(TimeSpan.FromSeconds(0.05));
        Assert.True(capture.Read(_frame, s_noWait));
    }

    [Fact]
    public void After_the_machine_slept_it_goes_on_and_does_not_catch_up()
    {
        using var capture = new TestPatternSource(_clock).Open(s_mode);
        _clock.Advance(TimeSpan.FromHours(8));
        Assert.False(capture.Read(_frame, s_noWait));
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(capture.Read(_frame, s_noWait));
        Assert.False(capture.Read(_frame, s_noWait));
    }

    [Fact]
    public void A_stop_wakes_it_at_once()
    {
        using var capture = new TestPatternSource(TimeProvider.System).Open(new CaptureMode(s_mode.Size, 0.01));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var startedAt = Stopwatch.GetTimestamp();
        Assert.False(capture.Read(_frame, stop.Token));
        Assert.InRange(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, 0, 20);
    }

    [Fact]
    public void Two_frames_show_that_time_passes()
    {
        using var capture = new TestPatternSource(_clock).Open(s_mode);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(capture.Read(_frame, s_noWait));
        var before = _frame.Bytes.ToArray();
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(capture.Read(_frame, s_noWait));
        Assert.False(before.AsSpan().SequenceEqual(_frame.Bytes));
    }
}
