using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.OAuth;

namespace PiLittleEye.Mail.Trial;

/// <summary>What to do when a step fails. The error has said what is wrong; this is where to put the hand.</summary>
internal static class TrialRemedies
{
    /// <param name="step">Which failed.</param>
    /// <param name="code">Of the error.</param>
    /// <param name="provider">Id of the provider.</param>
    public static string Of(string step, string code, string? provider) =>
        code switch
        {
            "host-unknown" => "Correct the name of the server. If it is right, try the network: this machine may have no name server.",
            "name-server-silent" or "unreachable" or "timed-out" or "connection-lost" =>
                "See whether this machine reaches the internet at all. Some networks and providers block mail ports; 993 and 465 are blocked least.",
            "connection-refused" => "Correct the port: 993 or 143 to read, 465 or 587 to send.",
            "tls-failed" or "starttls-missing" =>
                "Choose the kind of encryption that belongs to the port: tls with 993 and 465, starttls with 143 and 587.",
            "certificate-wrong-host" => "Write the server's name as its certificate names it, not an address or another name of it.",
            "certificate-self-signed" or "certificate-authority-unknown" =>
                "Your own server: name its authority in Mail:TrustedAuthority of the settings file. A provider's: do not go on, somebody stands in between.",
            "certificate-expired" => "See that this machine's date is right. If it is, whoever runs the server must renew the certificate.",
            "secret-lost" => "Enter the password again, or sign in with the provider again.",
            MailTokens.SignInAgain => "Sign in with the provider again.",
            _ when step is TrialSteps.Login or TrialSteps.SmtpLogin => OfLogin(provider),
            _ when step == TrialSteps.Folder =>
                "Correct the folder's name. INBOX is right unless a rule moves the camera's mails elsewhere.",
            _ when step == TrialSteps.Receive =>
                "Look whether the test mail is in Spam or in another folder, and make a rule that keeps the camera's mails in this one.",
            _ when step == TrialSteps.Send =>
                "See what the server says; mostly it wants the account's own address as the sender, or the account sends too much.",
            _ => "Try again in a minute. If it stays so, ask whoever runs the server.",
        };

    private static string OfLogin(string? provider) =>
        provider is not null && MailProviders.Find(provider) is { Id: not MailProviders.Own } known
            ? $"{string.Join(' ', known.Help.Take(2))} More: {known.HelpUrl}"
            : "Type user and password again. The user is mostly the whole address; with two-step sign-in the provider wants an app password.";
}
