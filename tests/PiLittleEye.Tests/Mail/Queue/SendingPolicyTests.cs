using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Mail.Queue;

namespace PiLittleEye.Tests.Mail.Queue;

public sealed class SendingPolicyTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Replies_come_before_alerts_and_what_failed_comes_last()
    {
        WaitingMail[] waiting = [Mail(1, isAlert: true), Mail(2, tries: 3), Mail(3), Mail(4)];
        Assert.Equal(3, SendingPolicy.Next(waiting, s_now, TimeSpan.Zero).Mail?.Id);
    }

    [Fact]
    public void Nothing_is_due_before_its_time_or_during_a_pause()
    {
        WaitingMail[] waiting = [Mail(1, dueIn: TimeSpan.FromSeconds(7)), Mail(2, dueIn: TimeSpan.FromMinutes(20))];
        Assert.Equal((null, TimeSpan.FromSeconds(7)), SendingPolicy.Next(waiting, s_now, TimeSpan.FromSeconds(1)));
        Assert.Equal((null, TimeSpan.FromSeconds(30)), SendingPolicy.Next(waiting, s_now, TimeSpan.FromSeconds(30)));
        Assert.Equal((null, TimeSpan.FromSeconds(1)), SendingPolicy.Next([Mail(1)], s_now, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void In_no_hour_go_more_than_may_whatever_came_before()
    {
        var ages = Gen.Choose(-10, 3700).ArrayOf();
        Prop.ForAll(
                ages.ToArbitrary(),
                Gen.Choose(1, 20).ToArbitrary(),
                (seconds, perHour) =>
                {
                    var sent = seconds
                        .Select(age => s_now - TimeSpan.FromSeconds(age))
                        .Where(at => at > s_now - TimeSpan.FromHours(1))
                        .Order()
                        .ToList();
                    var pause = SendingPolicy.HourlyPause(sent, perHour, s_now);
                    var then = s_now + pause;
                    Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromHours(1));
                    // What lies in the future was written before the clock was put back, and counts for an hour from now.
                    Assert.True(sent.Count(at => at > then - TimeSpan.FromHours(1) && at <= s_now) < perHour);
                    return pause == TimeSpan.Zero || sent.Count >= perHour;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static WaitingMail Mail(long id, bool isAlert = false, int tries = 0, TimeSpan dueIn = default) =>
        new(id, $"{id}@example.org", "owner@example.net", isAlert, s_now, BestBefore: null, tries, s_now + dueIn);
}
