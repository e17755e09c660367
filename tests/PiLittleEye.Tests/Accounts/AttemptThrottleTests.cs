using System.Net;
using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class AttemptThrottleTests
{
    private readonly SteppingClock _clock = new();
    private readonly AttemptThrottle _throttle;

    public AttemptThrottleTests() => _throttle = new AttemptThrottle(_clock);

    [Fact]
    public void Of_a_hundred_attempts_at_the_same_moment_three_pass()
    {
        var admitted = 0;
        Together.Run(
            100,
            _ =>
            {
                if (_throttle.Admit("address a", "name n") == TimeSpan.Zero)
                {
                    Interlocked.Increment(ref admitted);
                }
            }
        );
        Assert.Equal(3, admitted);
    }

    [Fact]
    public void An_attempt_that_is_not_admitted_does_not_count()
    {
        Fail(3, "address a");
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.FromSeconds(30), _throttle.Admit("address a"));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(TimeSpan.Zero, _throttle.Admit("address a"));
    }

    [Fact]
    public void The_longer_wait_of_address_and_name_counts()
    {
        Fail(3, "name n");
        Assert.Equal(TimeSpan.FromMinutes(1), _throttle.Admit("address other", "name n"));
        Assert.Equal(TimeSpan.Zero, _throttle.Admit("address other", "name other"));
    }

    [Fact]
    public void A_success_forgives_itself_alone()
    {
        Fail(2, "address a");
        Assert.Equal(TimeSpan.Zero, _throttle.Admit("address a"));
        _throttle.Forgive("address a");
        Fail(1, "address a");
        Assert.Equal(TimeSpan.FromMinutes(1), _throttle.Admit("address a"));
    }

    [Fact]
    public void A_name_that_has_proved_itself_starts_anew()
    {
        Fail(2, "name n");
        _throttle.Forget("name n");
        Fail(3, "name n");
        Assert.Equal(TimeSpan.FromMinutes(1), _throttle.Admit("name n"));
    }

    [Fact]
    public void A_clock_put_back_makes_nobody_wait_longer()
    {
        Fail(3, "address a");
        _clock.ShiftWallClock(TimeSpan.FromDays(-365));
        Assert.Equal(TimeSpan.FromMinutes(1), _throttle.Admit("address a"));
    }

    [Fact]
    public void A_flood_of_addresses_forgets_the_oldest_first()
    {
        Fail(3, "address old");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Fail(3, "address young");
        for (var i = 0; i < 9_999; i++)
        {
            _ = _throttle.Admit($"address {i}");
        }

        Assert.NotEqual(TimeSpan.Zero, _throttle.Admit("address young"));
        Assert.Equal(TimeSpan.Zero, _throttle.Admit("address old"));
    }

    [Fact]
    public void A_restart_forgets_nothing()
    {
        Fail(3, "address a");
        _throttle.Forget("address b");
        Fail(1, "name n");
        _throttle.Forget("name n");
        var changes = _throttle.TakeChanges();
        Assert.Equal(["address a: 3", "name n: 0"], changes.Select(change => $"{change.Key}: {change.Value.Count}").Order());
        Assert.Empty(_throttle.TakeChanges());

        _clock.Advance(TimeSpan.FromSeconds(20));
        var restarted = new AttemptThrottle(_clock);
        restarted.Restore(changes);

        Assert.Equal(TimeSpan.FromSeconds(40), restarted.Admit("address a"));
        Assert.Equal(TimeSpan.Zero, restarted.Admit("name n"));
    }

    [Fact]
    public void A_clock_that_is_behind_after_a_restart_makes_nobody_wait_longer()
    {
        Fail(3, "address a");
        var changes = _throttle.TakeChanges();
        _clock.ShiftWallClock(TimeSpan.FromDays(-365));
        var restarted = new AttemptThrottle(_clock);
        restarted.Restore(changes);
        Assert.Equal(TimeSpan.FromMinutes(1), restarted.Admit("address a"));
    }

    [Theory]
    [InlineData("192.0.2.1", "address 192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "address 192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "address 20010DB800010002/64")]
    [InlineData("2001:db8:1:2:ffff::1", "address 20010DB800010002/64")]
    [InlineData("fe80::1%3", "address FE80000000000000/64")]
    public void Whoever_owns_an_address_has_one_key(string address, string key) =>
        Assert.Equal(key, AttemptThrottle.KeyOf(IPAddress.Parse(address)));

    private void Fail(int times, string key)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(TimeSpan.Zero, _throttle.Admit(key));
        }
    }
}
