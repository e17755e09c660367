using PiLittleEye.Mail;
using PiLittleEye.Mail.Queue;
using PiLittleEye.Mail.Smtp;

namespace PiLittleEye.Tests.Mail.Smtp;

public sealed class SmtpRefusalsTests
{
    private static readonly MailServer s_server = new("smtp.example.org", 587, MailEncryption.StartTls);

    // What Amazon SES (its documentation), Gmail, Microsoft 365, Postfix and Exim say.
    [Theory]
    [InlineData(SmtpStage.Greeting, 554, "", "No SMTP service here", "service-refused", FailureScope.Server)]
    [InlineData(SmtpStage.Greeting, 421, "", "Too many concurrent SMTP connections", "server-busy", FailureScope.Server)]
    [InlineData(SmtpStage.Hello, 502, "5.5.1", "Unknown command", "no-submission", FailureScope.Account)]
    [InlineData(SmtpStage.Hello, 451, "", "Try again", "server-busy", FailureScope.Server)]
    [InlineData(SmtpStage.StartTls, 454, "4.7.0", "TLS not available due to temporary reason", "starttls-not-now", FailureScope.Server)]
    [InlineData(SmtpStage.Login, 535, "", "Authentication Credentials Invalid", "login-refused", FailureScope.Account)]
    [InlineData(
        SmtpStage.Login,
        535,
        "5.7.8",
        "Username and Password not accepted. https://support.google.com",
        "login-refused",
        FailureScope.Account
    )]
    [InlineData(SmtpStage.Login, 454, "", "Temporary authentication failure", "login-not-now", FailureScope.Server)]
    [InlineData(SmtpStage.Login, 534, "5.7.9", "Application-specific password required", "login-impossible", FailureScope.Account)]
    [InlineData(SmtpStage.Login, 504, "5.7.4", "Unrecognized authentication type", "login-impossible", FailureScope.Account)]
    [InlineData(SmtpStage.Sender, 530, "", "Authentication required", "login-refused", FailureScope.Account)]
    [InlineData(SmtpStage.Sender, 552, "5.3.4", "Message size exceeds fixed limit", "mail-too-big", FailureScope.Mail)]
    [InlineData(SmtpStage.Sender, 553, "5.7.1", "Sender address rejected: not owned by user", "sender-refused", FailureScope.Account)]
    [InlineData(SmtpStage.Sender, 451, "4.3.0", "Temporary lookup failure", "mail-put-off", FailureScope.Mail)]
    [InlineData(SmtpStage.Recipient, 554, "5.7.1", "Relay access denied", "relay-denied", FailureScope.Mail)]
    [InlineData(SmtpStage.Recipient, 550, "5.1.1", "User unknown", "recipient-refused", FailureScope.Mail)]
    [InlineData(SmtpStage.Recipient, 552, "5.2.2", "Mailbox full", "recipient-refused", FailureScope.Mail)]
    [InlineData(SmtpStage.Recipient, 450, "4.2.0", "Greylisted", "mail-put-off", FailureScope.Mail)]
    [InlineData(SmtpStage.Recipient, 454, "", "Throttling failure: Maximum sending rate exceeded.", "throttled", FailureScope.Server)]
    [InlineData(SmtpStage.Content, 454, "", "Throttling failure: Daily message quota exceeded.", "quota-used-up", FailureScope.Server)]
    [InlineData(SmtpStage.Content, 451, "", "Timeout waiting for data from client.", "mail-put-off", FailureScope.Mail)]
    [InlineData(SmtpStage.Content, 554, "", "Message rejected: Email address is not verified.", "identity-unverified", FailureScope.Mail)]
    [InlineData(SmtpStage.Content, 554, "", "Access denied", "mail-refused", FailureScope.Mail)]
    [InlineData(SmtpStage.Content, 552, "", "Message is too long.", "mail-too-big", FailureScope.Mail)]
    [InlineData(SmtpStage.Content, 250, "", "ok", "answer-unintelligible", FailureScope.Server)]
    internal void Every_reply_has_its_code_and_its_scope(
        SmtpStage stage,
        int number,
        string status,
        string words,
        string code,
        FailureScope scope
    )
    {
        var failure = SmtpRefusals.Of(new SmtpReply(number, status, [words]), stage, s_server);
        Assert.Equal((code, scope), (failure.Code, MailFailures.ScopeOf(failure)));
        Assert.Contains($"It said: {number}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_for_good_is_never_tried_again_and_one_for_now_always_is()
    {
        for (var number = 400; number < 600; number++)
        {
            foreach (var stage in Enum.GetValues<SmtpStage>())
            {
                var failure = SmtpRefusals.Of(new SmtpReply(number, "", ["words"]), stage, s_server);
                // Two have nothing to do with the mail or the account, and end by themselves.
                var endsByItself = stage is SmtpStage.Greeting or SmtpStage.StartTls;
                Assert.Equal(number < 500 || endsByItself, failure is MailUnavailableException);
            }
        }
    }

    [Fact]
    public void Words_that_say_otherwise_do_not_turn_a_refusal_into_a_delay()
    {
        var failure = SmtpRefusals.Of(
            new SmtpReply(554, "5.7.1", ["Throttling failure, try again later, quota"]),
            SmtpStage.Content,
            s_server
        );
        Assert.IsType<MailRefusedException>(failure);
    }
}
