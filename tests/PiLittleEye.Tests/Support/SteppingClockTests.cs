namespace PiLittleEye.Tests.Support;

public sealed class SteppingClockTests
{
    private readonly SteppingClock _clock = new();

    [Fact]
    public void It_stands_still_until_it_is_advanced()
    {
        var startedAt = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromSeconds(1.5));

        Assert.Equal(TimeSpan.FromSeconds(1.5), _clock.GetElapsedTime(startedAt));
        Assert.Equal(SteppingClock.Start.AddSeconds(1.5), _clock.GetUtcNow());
    }

    [Fact]
    public void A_loop_of_delays_goes_round_as_often_as_it_would_have()
    {
        var moments = new List<DateTimeOffset>();
        var looping = LoopAsync();

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal([250, 500, 750, 1000], moments.Select(moment => (moment - SteppingClock.Start).TotalMilliseconds));
        Assert.False(looping.IsCompleted);

        async Task LoopAsync()
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(250), _clock);
                moments.Add(_clock.GetUtcNow());
            }
        }
    }

    [Fact]
    public async Task A_periodic_timer_ticks()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), _clock);
        for (var tick = 0; tick < 3; tick++)
        {
            var next = timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            Assert.False(next.IsCompleted);

            _clock.Advance(TimeSpan.FromSeconds(1));

            Assert.True(await next);
        }
    }

    [Fact]
    public void A_cancelled_delay_is_forgotten()
    {
        using var cancel = new CancellationTokenSource();
        var delay = Task.Delay(TimeSpan.FromSeconds(1), _clock, cancel.Token);
        Assert.True(_clock.SleepersAsync().IsCompleted);

        cancel.Cancel();

        Assert.True(delay.IsCanceled);
        Assert.False(_clock.SleepersAsync().IsCompleted);
    }

    [Fact]
    public async Task A_test_can_wait_until_somebody_sleeps()
    {
        var sleeping = _clock.SleepersAsync(2);
        var first = Task.Delay(TimeSpan.FromSeconds(1), _clock, TestContext.Current.CancellationToken);
        Assert.False(sleeping.IsCompleted);
        var second = Task.Delay(TimeSpan.FromSeconds(2), _clock, TestContext.Current.CancellationToken);

        await sleeping;
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(first.IsCompleted);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public void The_wall_clock_can_be_put_back_while_time_goes_on()
    {
        var startedAt = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromSeconds(1));

        _clock.ShiftWallClock(TimeSpan.FromHours(-1));

        Assert.Equal(SteppingClock.Start.AddSeconds(1).AddHours(-1), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(1), _clock.GetElapsedTime(startedAt));
    }
}
