using PiLittleEye.Health;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Health;

public sealed class HeartbeatsTests
{
    private readonly SteppingClock _clock = new();

    [Fact]
    public void Without_workers_all_is_well() => Assert.Empty(new Heartbeats(_clock).Silent());

    [Fact]
    public void Those_that_hang_are_named_and_no_others()
    {
        var heartbeats = new Heartbeats(_clock);
        heartbeats.Add("slow", TimeSpan.FromSeconds(60));
        heartbeats.Add("hanging", TimeSpan.FromSeconds(10));
        var beating = heartbeats.Add("beating", TimeSpan.FromSeconds(10));

        _clock.Advance(TimeSpan.FromSeconds(11));
        beating.Beat();

        Assert.Equal(["hanging"], heartbeats.Silent());
    }

    [Fact]
    public void All_of_them_are_named_when_all_hang()
    {
        var heartbeats = new Heartbeats(_clock);
        heartbeats.Add("camera bench", TimeSpan.FromSeconds(10));
        heartbeats.Add("camera door", TimeSpan.FromSeconds(10));

        _clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(["camera bench", "camera door"], heartbeats.Silent().Order());
    }
}
