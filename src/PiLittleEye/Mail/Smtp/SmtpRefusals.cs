using PiLittleEye.Mail.Queue;

namespace PiLittleEye.Mail.Smtp;

/// <summary>
/// What a reply that is not consent means, and what to do. By numbers: the words differ from server to server, and only choose between two
/// sentences here, never between trying again and giving up.
/// </summary>
internal static class SmtpRefusals
{
    public static MailException Of(SmtpReply reply, SmtpStage stage, MailServer server)
    {
        var said = $"It said: {reply.Words}.";
        return (stage, reply) switch
        {
            (_, { Code: 421 }) => Later("server-busy", $"The mail server {server} ended the conversation; it is tried again. {said}"),
            (SmtpStage.Greeting, _) => Later(
                "service-refused",
                $"The mail server {server} does not want to talk to this machine now; it is tried again. {said}"
            ),
            (SmtpStage.StartTls, _) => Later(
                "starttls-not-now",
                $"The mail server {server} cannot encrypt at the moment, and without that nothing is sent; it is tried again. {said}"
            ),
            (SmtpStage.Login, _) => OfLogin(reply, server, said),
            (_, { Code: 530 or 535 } or { Status: "5.7.8" }) => LoginRefused(server, said),
            (SmtpStage.Hello, { IsRefused: true }) => Never(
                "no-submission",
                $"{server} is no mail server that takes mails from its users. Check host and port. {said}"
            ),
            (SmtpStage.Hello, _) => Later("server-busy", $"The mail server {server} has no time now; it is tried again. {said}"),
            (_, { Code: 454 }) when reply.Says("quota") => Later(
                "quota-used-up",
                $"The account has sent all the mails it may send today; it is tried again. {said}"
            ),
            (_, { Code: 454 }) => Later(
                "throttled",
                $"The mail server {server} takes no more mails of the account at the moment; it is tried again. Lower the mails per hour if this comes often. {said}"
            ),
            (_, { IsPutOff: true }) => Later(
                MailFailures.PutOff,
                $"The mail server {server} does not take the mail now; it is tried again. {said}"
            ),
            (_, { IsRefused: true }) => OfMail(reply, stage, server, said),
            // A consent at the wrong place, as 250 to DATA.
            _ => Later(
                "answer-unintelligible",
                $"The mail server {server} answered something that does not fit; it is tried again. {said}"
            ),
        };
    }

    private static MailException OfLogin(SmtpReply reply, MailServer server, string said) =>
        reply switch
        {
            { IsPutOff: true } => Later(
                "login-not-now",
                $"The mail server {server} cannot check the password at the moment; it is tried again. {said}"
            ),
            // RFC 4954 6: 504 and 534 are about the kind of login.
            { Code: 504 or 534 } => Never(
                "login-impossible",
                $"The mail server {server} wants another kind of login. See the help for the provider. {said}"
            ),
            _ => LoginRefused(server, said),
        };

    private static MailRefusedException OfMail(SmtpReply reply, SmtpStage stage, MailServer server, string said) =>
        (stage, reply) switch
        {
            (_, { Status: "5.2.2" }) => Never(MailFailures.RecipientRefused, $"The mailbox of the recipient is full. {said}"),
            (_, { Code: 552 } or { Status: "5.3.4" or "5.2.3" }) => TooBig(server, said),
            (SmtpStage.Sender, _) => Never(
                "sender-refused",
                $"The mail server {server} does not let this account send from its address. Check the address, and with Amazon SES that it is verified. {said}"
            ),
            (SmtpStage.Recipient, { Status: "5.7.1" }) => Never(
                MailFailures.RelayDenied,
                $"The mail server {server} does not pass mails on to that address. Check that it is the provider's server for sending. {said}"
            ),
            (SmtpStage.Recipient, _) => Never(
                MailFailures.RecipientRefused,
                $"The mail server {server} knows no such recipient. Check the address. {said}"
            ),
            _ when reply.Says("not verified") => Never(
                MailFailures.IdentityUnverified,
                $"Amazon SES does not know the sender or the recipient yet. Verify both addresses there, or leave its sandbox. {said}"
            ),
            _ => Never(MailFailures.Refused, $"The mail server {server} does not take this mail. {said}"),
        };

    public static MailRefusedException TooBig(MailServer server, string said) =>
        Never(MailFailures.TooBig, $"The mail is too big for the mail server {server}. Choose a smaller picture for the camera. {said}");

    private static MailRefusedException LoginRefused(MailServer server, string said) =>
        Never(
            "login-refused",
            $"The mail server {server} does not accept the user name or the password. Most providers want a password made for this camera alone (app password). {said}"
        );

    private static MailUnavailableException Later(string code, string message) => new(code, message);

    private static MailRefusedException Never(string code, string message) => new(code, message);
}
