using PiLittleEye.Mail;
using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.Queue;

namespace PiLittleEye.Tests.Mail.Account;

public sealed class MailAttentionTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly MailFault s_fault = new(s_noon, "login-refused", "The server refused the login. Make a new app password.");
    private static readonly MailQueueState s_idle = new(0, OldestAt: null, 0, GaveUpAt: null, LastSentAt: null, LastError: null);

    private static readonly MailAccountSettings s_account = new()
    {
        Address = "camera@example.org",
        Secret = "sealed",
        Incoming = new MailServer("imap.example.org", 993, MailEncryption.Tls),
        Outgoing = new MailServer("smtp.example.org", 465, MailEncryption.Tls),
    };

    [Fact]
    public void Who_has_no_account_misses_nothing() =>
        Assert.Null(MailAttention.Of(MailAccountSettings.Default, new MailboxReport { Phase = MailboxPhase.Failed }, s_idle));

    [Fact]
    public void What_is_tried_again_by_itself_needs_nobody()
    {
        var trying = new MailboxReport
        {
            Phase = MailboxPhase.Failed,
            LastError = s_fault,
            NextTryAt = s_noon,
        };
        Assert.Null(MailAttention.Of(s_account, trying, s_idle with { Waiting = 3, LastError = s_fault }));
        Assert.Null(MailAttention.Of(s_account, new MailboxReport { Phase = MailboxPhase.Waiting, LastError = s_fault }, s_idle));
    }

    [Fact]
    public void A_refused_login_needs_the_owner_and_says_what_to_do()
    {
        var refused = new MailboxReport { Phase = MailboxPhase.Failed, LastError = s_fault };
        Assert.Equal(new MailAttention("mailbox-refused", s_fault.Message), MailAttention.Of(s_account, refused, s_idle));
    }

    [Theory]
    [InlineData(false, "has no password")]
    [InlineData(true, "Sign in with it again")]
    public void So_does_an_account_without_a_secret(bool isToken, string words)
    {
        var account = s_account with { Secret = null, Authentication = isToken ? MailAuthentication.OAuth2 : MailAuthentication.Password };
        var attention = MailAttention.Of(account, new MailboxReport(), s_idle);
        Assert.Equal("secret-missing", attention?.Code);
        Assert.Contains(words, attention?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void So_does_sending_that_has_stopped() =>
        Assert.Equal(
            "sending-stopped",
            MailAttention.Of(s_account, new MailboxReport(), s_idle with { IsStopped = true, LastError = s_fault })?.Code
        );

    [Fact]
    public void A_mail_that_was_given_up_is_told_until_another_one_went_out()
    {
        var gaveUp = s_idle with { GaveUp = 1, GaveUpAt = s_noon, LastSentAt = s_noon.AddHours(-1), LastError = s_fault };
        Assert.Equal("mail-given-up", MailAttention.Of(s_account, new MailboxReport(), gaveUp)?.Code);
        Assert.Null(MailAttention.Of(s_account, new MailboxReport(), gaveUp with { LastSentAt = s_noon.AddMinutes(1) }));
    }
}
