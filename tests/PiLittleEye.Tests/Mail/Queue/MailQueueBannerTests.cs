using PiLittleEye.Mail;
using PiLittleEye.Mail.Queue;

namespace PiLittleEye.Tests.Mail.Queue;

public sealed class MailQueueBannerTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly MailFault s_fault = new(s_now, "unreachable", "The mail server cannot be reached.");
    private static readonly MailQueueState s_idle = new(0, OldestAt: null, 0, GaveUpAt: null, LastSentAt: null, LastError: null);

    [Fact]
    public void While_all_is_well_there_is_none()
    {
        Assert.Null(s_idle.Banner);
        Assert.Null((s_idle with { Waiting = 3, OldestAt = s_now }).Banner);
        // An error that is over.
        Assert.Null((s_idle with { LastError = s_fault, LastSentAt = s_now }).Banner);
        // The quick tries are still going on.
        Assert.Null((s_idle with { Waiting = 1, OldestAt = s_now - TimeSpan.FromSeconds(45), LastError = s_fault }).Banner);
    }

    [Fact]
    public void What_waits_for_minutes_is_told() =>
        Assert.Equal(
            "2 mails cannot be sent at the moment; that is tried again. The last reason: The mail server cannot be reached.",
            (s_idle with { Waiting = 2, OldestAt = s_now - TimeSpan.FromMinutes(20), LastError = s_fault }).Banner
        );

    [Fact]
    public void What_was_given_up_is_told_until_another_mail_went_out()
    {
        var lost = s_idle with { GaveUp = 1, GaveUpAt = s_now, LastSentAt = s_now - TimeSpan.FromDays(2), LastError = s_fault };
        Assert.Equal("1 mail could not be sent and was given up. The last reason: The mail server cannot be reached.", lost.Banner);
        Assert.Null((lost with { LastSentAt = s_now + TimeSpan.FromMinutes(1) }).Banner);
        Assert.NotNull((lost with { LastError = null }).Banner);
    }

    [Fact]
    public void An_account_that_is_refused_is_told_first() =>
        Assert.StartsWith(
            "No mails are sent before the mail account is mended (1 mail waiting): ",
            (s_idle with { IsStopped = true, Waiting = 1, GaveUp = 1, GaveUpAt = s_now, LastError = s_fault }).Banner,
            StringComparison.Ordinal
        );
}
