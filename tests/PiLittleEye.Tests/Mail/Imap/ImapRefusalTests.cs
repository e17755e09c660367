using System.Text;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Imap;

namespace PiLittleEye.Tests.Mail.Imap;

public sealed class ImapRefusalTests
{
    private static readonly MailServer s_server = new("imap.example.org", 993, MailEncryption.Tls);

    [Theory]
    // As Dovecot, Gmail, iCloud, Yahoo, Microsoft 365 and others say it.
    [InlineData("NO [AUTHENTICATIONFAILED] Authentication failed.", "login-refused")]
    [InlineData("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "login-refused")]
    [InlineData(
        "NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)",
        "app-password-needed"
    )]
    [InlineData("NO [AUTHENTICATIONFAILED] Please use an app password", "app-password-needed")]
    [InlineData("NO [WEBALERT https://accounts.google.com/signin/continue?x] Web login required.", "web-login-needed")]
    [InlineData(
        "NO [ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure)",
        "web-login-needed"
    )]
    [InlineData("NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page.", "imap-off")]
    [InlineData("NO AUTHENTICATE failed. LogonDenied-BasicAuthBlocked", "password-not-taken")]
    [InlineData("NO LOGIN failed.", "login-refused")]
    [InlineData("NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.", "encryption-required")]
    [InlineData("NO [EXPIRED] That password isn't valid any more", "password-expired")]
    [InlineData("NO [CONTACTADMIN]", "account-blocked")]
    [InlineData("NO [AUTHORIZATIONFAILED] No such authorization-ID", "account-blocked")]
    [InlineData("BAD [ALERT] Plaintext authentication not allowed", "login-refused")]
    public void What_only_a_person_can_mend_is_told(string answer, string code)
    {
        var refused = Assert.IsType<MailRefusedException>(ImapRefusal.Login(Answer(answer), s_server, isToken: false));
        Assert.Equal(code, refused.Code);
        Assert.Contains(s_server.ToString(), refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("..", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NO [UNAVAILABLE] Temporary authentication failure. [host:2026-11-21 22:00:00]", "server-unavailable")]
    [InlineData("NO System Error (Failure)", "server-unavailable")]
    [InlineData("NO [OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)", "server-unavailable")]
    [InlineData("NO [INUSE] busy", "server-unavailable")]
    [InlineData("NO [LIMIT] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)", "too-many-connections")]
    [InlineData("NO [ALERT] Too many simultaneous connections. (Failure)", "too-many-connections")]
    public void What_passes_by_itself_is_waited_for(string answer, string code) =>
        Assert.Equal(code, Assert.IsType<MailUnavailableException>(ImapRefusal.Login(Answer(answer), s_server, isToken: false)).Code);

    [Fact]
    public void A_token_that_is_refused_is_no_wrong_password() =>
        Assert.Equal("token-refused", ImapRefusal.Login(Answer("NO [AUTHENTICATIONFAILED] no"), s_server, isToken: true).Code);

    [Fact]
    public void A_folder_that_cannot_be_had_now_is_not_missing()
    {
        Assert.Equal("folder-missing", ImapRefusal.Folder(Answer("NO [NONEXISTENT] Unknown Mailbox: X"), s_server, "X").Code);
        Assert.IsType<MailUnavailableException>(ImapRefusal.Folder(Answer("NO [UNAVAILABLE] later"), s_server, "X"));
    }

    private static ImapResponse Answer(string text) => ImapResponse.Read(Encoding.UTF8.GetBytes("E3 " + text), []);
}
