using PiLittleEye.Accounts;

namespace PiLittleEye.Tests.Accounts;

public sealed class AttemptPolicyTests
{
    private static readonly DateTimeOffset s_now = DateTimeOffset.UnixEpoch.AddDays(1);

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 57)]
    [InlineData(3, 20, 0)]
    [InlineData(5, 30, 450)]
    [InlineData(9, 300, 0)]
    [InlineData(10, 300, 600)]
    [InlineData(10, 400, 0)]
    // One more than the last limit: the delay begins to grow.
    [InlineData(11, 600, 300)]
    [InlineData(12, 600, 1200)]
    [InlineData(13, 600, 3000)]
    [InlineData(14, 600, 6600)]
    [InlineData(20, 600, 6600)]
    public void Failures_in_an_even_row_make_somebody_wait_so_many_seconds(int failures, int secondsApart, int expectedWait)
    {
        var moments = Enumerable.Range(1, failures).Select(back => s_now.AddSeconds(-back * secondsApart)).Reverse().ToList();
        Assert.Equal(TimeSpan.FromSeconds(expectedWait), AttemptPolicy.WaitBefore(moments, s_now));
    }

    [Fact]
    public void After_the_wait_a_try_is_free()
    {
        var moments = Enumerable.Repeat(s_now, 20).ToList();
        var wait = AttemptPolicy.WaitBefore(moments, s_now);
        Assert.Equal(TimeSpan.FromHours(2), wait);
        Assert.Equal(TimeSpan.Zero, AttemptPolicy.WaitBefore(moments, s_now + wait));
    }

    [Fact]
    public void Whoever_guesses_as_fast_as_allowed_has_less_than_thirty_guesses_a_day()
    {
        var failures = new List<DateTimeOffset>();
        var now = s_now;
        while (now < s_now.AddDays(1))
        {
            now += AttemptPolicy.WaitBefore(failures, now);
            failures.Add(now);
        }

        Assert.InRange(failures.Count, 15, 30);
    }
}
