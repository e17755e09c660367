using PiLittleEye.Mail.Queue;

namespace PiLittleEye.Tests.Mail.Queue;

public sealed class MailRetryPolicyTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 30)]
    [InlineData(4, 1200)]
    [InlineData(70, 1200)]
    public void Delays_are_those_that_providers_advise_and_a_fifth_more_at_most(int tries, int seconds)
    {
        Assert.Equal(seconds, new MailRetryPolicy(() => 0).DelayAfter(tries).TotalSeconds);
        Assert.Equal(seconds * 1.2, new MailRetryPolicy(() => 1).DelayAfter(tries).TotalSeconds, 6);
        Assert.InRange(new MailRetryPolicy().DelayAfter(tries).TotalSeconds, seconds, seconds * 1.2);
        Assert.True(new MailRetryPolicy(() => 1).DelayAfter(tries) <= MailRetryPolicy.LongestDelay);
    }

    [Fact]
    public void Two_cameras_do_not_come_back_at_the_same_moment() =>
        Assert.True(Enumerable.Range(0, 50).Select(_ => new MailRetryPolicy().DelayAfter(4)).Distinct().Count() > 10);

    [Fact]
    public void A_mail_is_given_up_after_a_day_and_not_before_it_had_its_tries()
    {
        var storedAt = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
        var mail = new WaitingMail(1, "1@example.org", "owner@example.net", IsAlert: false, storedAt, BestBefore: null, Tries: 4, storedAt);
        var dayLater = storedAt + MailRetryPolicy.Patience;
        Assert.False(MailRetryPolicy.IsOver(mail, isHopeless: true, dayLater - TimeSpan.FromSeconds(1)));
        Assert.True(MailRetryPolicy.IsOver(mail, isHopeless: false, dayLater));
        Assert.False(MailRetryPolicy.IsOver(mail with { Tries = 3 }, isHopeless: false, dayLater));
        Assert.True(MailRetryPolicy.IsOver(mail with { Tries = 0 }, isHopeless: true, dayLater));
        Assert.True(MailRetryPolicy.IsOver(mail with { Tries = 0, BestBefore = storedAt }, isHopeless: false, storedAt.AddTicks(1)));
    }
}
