using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Mail.Imap;

/// <summary>
/// What a server's NO means for the owner, and whether waiting helps. First by its code (RFC 5530), then by words the large providers are known to use;
/// a NO to a login that says neither means the password.
/// </summary>
internal static class ImapRefusal
{
    public static MailUnavailableException Bye(ImapResponse bye, MailServer server) =>
        IsCrowd(bye)
            ? Crowd(bye, server)
            : new("server-ended", $"The mail server {server} ended the conversation{Said(bye)}. It is tried again.");

    public static MailException Login(ImapResponse no, MailServer server, bool isToken)
    {
        var words = no.Words + " " + no.CodeText;
        if (IsCrowd(no))
        {
            return Crowd(no, server);
        }

        if (
            no.Code is "UNAVAILABLE" or "INUSE" or "SERVERBUG" or "OVERQUOTA"
            || Any(words, "temporar", "system error", "try again", "internal error", "timed out", "bandwidth")
        )
        {
            return new MailUnavailableException(
                "server-unavailable",
                $"The mail server {server} cannot log anybody in at the moment{Said(no)}. It is tried again."
            );
        }

        if (Any(words, "application-specific", "app password", "app-specific", "application specific"))
        {
            return Refused(
                "app-password-needed",
                $"The mail server {server} does not take the account's usual password here{Said(no)}. Make an app password in the provider's security settings and enter that"
            );
        }

        if (no.Code == "WEBALERT" || Any(words, "web login required", "via your web browser", "log in via"))
        {
            return Refused(
                "web-login-needed",
                $"The mail server {server} wants the owner to log in with a browser first{Said(no)}. Do that, answer its questions, then try again"
            );
        }

        if (Any(words, "basicauthblocked", "basic auth", "basic authentication"))
        {
            return Refused(
                "password-not-taken",
                $"The mail server {server} takes no passwords any more{Said(no)}. Set the account up again with the provider's own sign-in (OAuth2)"
            );
        }

        if (Any(words, "imap access is disabled", "not enabled for imap", "imap is disabled", "enable imap", "imap use"))
        {
            return Refused(
                "imap-off",
                $"The mail server {server} says that IMAP is switched off for this account{Said(no)}. Switch it on in the provider's mail settings"
            );
        }

        return no.Code switch
        {
            "PRIVACYREQUIRED" => Refused(
                "encryption-required",
                $"The mail server {server} wants a better encrypted connection{Said(no)}. Choose TLS and port 993"
            ),
            "EXPIRED" => Refused(
                "password-expired",
                $"The password for {server} has expired{Said(no)}. Renew it with the provider and enter the new one"
            ),
            "CONTACTADMIN" or "AUTHORIZATIONFAILED" => Refused(
                "account-blocked",
                $"The mail server {server} does not let this account in{Said(no)}. Ask whoever runs it"
            ),
            _ when isToken => Refused(
                "token-refused",
                $"The mail server {server} does not accept the provider's sign-in any more{Said(no)}. Set the account up again"
            ),
            _ => Refused(
                "login-refused",
                $"The mail server {server} refuses the user name or the password{Said(no)}. Check both; many providers want an app password instead of the usual one"
            ),
        };
    }

    public static MailException Folder(ImapResponse no, MailServer server, string folder) =>
        no.Code is "UNAVAILABLE" or "INUSE" or "SERVERBUG" or "LIMIT" or "OVERQUOTA"
            ? Command(no, server)
            : Refused(
                "folder-missing",
                $"The mail server {server} does not open the folder \"{ServerWords.Quote(folder)}\"{Said(no)}. Choose a folder that is there, such as INBOX"
            );

    /// <summary>For commands that any server carries out as a rule.</summary>
    public static MailException Command(ImapResponse no, MailServer server) =>
        IsCrowd(no)
            ? Crowd(no, server)
            : new MailUnavailableException(
                "command-refused",
                $"The mail server {server} did not do what it was asked{Said(no)}. It is tried again."
            );

    private static bool IsCrowd(ImapResponse no) =>
        no.Code == "LIMIT" || Any(no.Words, "too many", "maximum number of connections", "simultaneous connections", "connection limit");

    private static MailUnavailableException Crowd(ImapResponse no, MailServer server) =>
        new(
            "too-many-connections",
            $"The mail server {server} has too many connections from this account or address{Said(no)}. Close other mail programs of this account; it is tried again later."
        );

    private static MailRefusedException Refused(string code, string message) => new(code, message + ".");

    private static string Said(ImapResponse response) => response.Words.Length == 0 ? "" : $" (it says: {response.Words})";

    private static bool Any(string words, params ReadOnlySpan<string> known)
    {
        foreach (var word in known)
        {
            if (words.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
