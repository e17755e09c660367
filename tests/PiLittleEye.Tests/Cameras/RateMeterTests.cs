using PiLittleEye.Cameras;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class RateMeterTests
{
    private readonly SteppingClock _clock = new();
    private readonly RateMeter _meter;

    public RateMeterTests() => _meter = new RateMeter(_clock);

    [Fact]
    public void Without_events_there_is_no_rate() => Assert.Equal((0, 0), (_meter.PerSecond, _meter.Total));

    [Fact]
    public void One_event_is_no_rate_yet()
    {
        _meter.Count();
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((0, 1), (_meter.PerSecond, _meter.Total));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(15)]
    [InlineData(29.97)]
    [InlineData(30)]
    [InlineData(120)]
    [InlineData(1000)]
    public void Steady_events_have_their_rate_from_the_third_second_on(double rate)
    {
        CountFor(TimeSpan.FromSeconds(3), rate);
        for (var second = 0; second < 3; second++)
        {
            CountFor(TimeSpan.FromSeconds(1), rate);
            Assert.InRange(_meter.PerSecond, (rate * 0.99) - 0.05, (rate * 1.01) + 0.05);
        }
    }

    [Fact]
    public void A_rate_that_changed_is_right_after_three_seconds()
    {
        CountFor(TimeSpan.FromSeconds(10), 30);
        CountFor(TimeSpan.FromSeconds(3), 10);
        Assert.InRange(_meter.PerSecond, 9.7, 10.3);
    }

    [Fact]
    public void When_events_stop_the_rate_falls_at_once_and_is_gone_after_three_seconds()
    {
        CountFor(TimeSpan.FromSeconds(5), 30);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.InRange(_meter.PerSecond, 15, 25);
        _clock.Advance(TimeSpan.FromSeconds(2.1));
        Assert.Equal(0, _meter.PerSecond);
        Assert.Equal(150, _meter.Total);
    }

    [Fact]
    public void Events_at_the_same_moment_are_no_rate_without_end()
    {
        for (var i = 0; i < 10; i++)
        {
            _meter.Count();
        }

        Assert.Equal(0, _meter.PerSecond);
    }

    [Fact]
    public void Events_from_several_threads_are_all_counted()
    {
        Together.Run(
            4,
            _ =>
            {
                for (var i = 0; i < 1000; i++)
                {
                    _meter.Count();
                }
            }
        );
        Assert.Equal(4000, _meter.Total);
    }

    // Ends with an event.
    private void CountFor(TimeSpan time, double rate)
    {
        var events = (int)Math.Round(time.TotalSeconds * rate);
        for (var i = 0; i < events; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1 / rate));
            _meter.Count();
        }
    }
}
