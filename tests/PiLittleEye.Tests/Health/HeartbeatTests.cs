using PiLittleEye.Health;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Health;

public sealed class HeartbeatTests
{
    private readonly SteppingClock _clock = new();

    [Fact]
    public void It_is_alive_for_as_long_as_it_may_be_silent_and_no_longer()
    {
        var heartbeat = CreateHeartbeat();
        Assert.True(heartbeat.IsAlive);

        _clock.Advance(TimeSpan.FromSeconds(15));
        Assert.True(heartbeat.IsAlive);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.False(heartbeat.IsAlive);
    }

    [Fact]
    public void A_beat_revives_it()
    {
        var heartbeat = CreateHeartbeat();
        _clock.Advance(TimeSpan.FromMinutes(1));

        heartbeat.Beat();

        Assert.True(heartbeat.IsAlive);
    }

    [Fact]
    public void A_wall_clock_put_forward_does_not_silence_it()
    {
        var heartbeat = CreateHeartbeat();
        _clock.ShiftWallClock(TimeSpan.FromDays(1));
        Assert.True(heartbeat.IsAlive);
    }

    private Heartbeat CreateHeartbeat() => new("some worker", TimeSpan.FromSeconds(15), _clock);
}
