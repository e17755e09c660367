namespace PiLittleEye.Mail.Account;

/// <summary>The providers that the page offers. Hosts and ports as each documents them; who says what in Authentication-Results, from mails they delivered.</summary>
internal static class MailProviders
{
    public const string Own = "own";
    public const string Gmail = "gmail";
    public const string Outlook = "outlook";

    /// <summary>In place of a name, for servers whose findings name none (TrustRule of the room PhotoReplies).</summary>
    private const string Unnamed = "-";

    private const int Imaps = 993;
    private const int Submissions = 465;
    private const int Submission = 587;

    // Microsoft's own addresses; everybody else with Microsoft has a domain of their own and is Microsoft 365.
    private static readonly string[] s_consumers = ["outlook.", "hotmail.", "live.", "msn.", "passport."];

    private static readonly MailAuthentication[] s_password = [MailAuthentication.Password];
    private static readonly MailAuthentication[] s_passwordOrToken = [MailAuthentication.Password, MailAuthentication.OAuth2];
    private static readonly MailAuthentication[] s_token = [MailAuthentication.OAuth2];

    public static readonly IReadOnlyList<MailProvider> All =
    [
        new(
            Gmail,
            "Gmail",
            Tls("imap.gmail.com", Imaps),
            Tls("smtp.gmail.com", Submissions),
            "mx.google.com",
            s_passwordOrToken,
            [
                "Gmail does not take your own password here; it makes a password of 16 letters for this camera alone.",
                "Switch 2-Step Verification on in your Google account first; without it Google makes no app passwords.",
                "Then open App passwords, type a name such as Camera, and copy the 16 letters.",
                "In a Google Workspace the administrator may have forbidden app passwords.",
            ],
            "https://support.google.com/accounts/answer/185833"
        ),
        new(
            "icloud",
            "iCloud",
            Tls("imap.mail.me.com", Imaps),
            StartTls("smtp.mail.me.com", Submission),
            "dmarc.icloud.com",
            s_password,
            [
                "iCloud does not take your Apple password here; it makes an app-specific password for this camera alone.",
                "Sign in at account.apple.com, choose App-Specific Passwords under Sign-In and Security, and add one.",
                "The user is the address; some accounts take the part before the @ only.",
            ],
            "https://support.apple.com/102654"
        ),
        new(
            "yahoo",
            "Yahoo",
            Tls("imap.mail.yahoo.com", Imaps),
            Tls("smtp.mail.yahoo.com", Submissions),
            ".yahoo.com",
            s_password,
            [
                "Yahoo does not take your own password here; it makes an app password for this camera alone.",
                "Open Account security, choose Generate app password, type a name such as Camera, and copy the letters.",
            ],
            "https://help.yahoo.com/kb/SLN15241.html"
        ),
        new(
            Outlook,
            "Outlook, Microsoft 365",
            Tls("outlook.office365.com", Imaps),
            StartTls("smtp-mail.outlook.com", Submission),
            Unnamed,
            s_token,
            [
                "Microsoft takes no passwords from programs any more: you sign in on Microsoft's page and allow this camera to read and send.",
                "In Outlook.com, switch on POP and IMAP under Settings, Mail, Forwarding and IMAP.",
                "In Microsoft 365 the administrator may have to allow IMAP and authenticated SMTP for the mailbox.",
                "Microsoft does not put a name into its verdicts about senders.",
            ],
            "https://support.microsoft.com/office/d088b986-291d-42b8-9564-9c414e2aa040"
        ),
        new(
            "fastmail",
            "Fastmail",
            Tls("imap.fastmail.com", Imaps),
            Tls("smtp.fastmail.com", Submissions),
            ".messagingengine.com",
            s_password,
            [
                "Fastmail does not take your own password here; it makes an app password for this camera alone.",
                "Open Settings, Privacy & Security, Manage app passwords, and make one with access to mail (IMAP and SMTP).",
                "The Basic plan has no IMAP.",
            ],
            "https://www.fastmail.help/hc/en-us/articles/360058752854"
        ),
        new(
            "gmx",
            "GMX",
            Tls("imap.gmx.net", Imaps),
            Tls("mail.gmx.net", Submissions),
            "gmx.net",
            s_password,
            [
                "Switch POP3 and IMAP on in GMX's settings first: they are off in a new account, and GMX switches them off again when nobody uses them.",
                "With two-factor sign-in, make an application-specific password under Security and type that one here; otherwise your own.",
                "Addresses at gmx.com use imap.gmx.com and mail.gmx.com.",
            ],
            "https://hilfe.gmx.net/pop-imap/einschalten.html"
        ),
        new(
            Own,
            "Another or my own server",
            Incoming: null,
            Outgoing: null,
            AuthservId: null,
            s_password,
            [
                "The names and ports are in your provider's help under IMAP and SMTP; mostly 993 with TLS to read and 465 with TLS to send.",
                "Make a mailbox for the camera alone if you can: what arrives there is marked as read.",
                "The server's own name in Authentication-Results stands in the source of any mail it delivered; it lets the camera refuse forged senders.",
            ],
            HelpUrl: null
        ),
    ];

    public static MailProvider? Find(string id) => All.FirstOrDefault(provider => provider.Id == id);

    /// <summary>Whose mailbox server that is; null for one that is nobody's here.</summary>
    public static MailProvider? OfHost(string host) =>
        All.FirstOrDefault(provider => provider.Incoming?.Host.Equals(host, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Where this provider's customers with this address send through.</summary>
    public static MailServer? OutgoingOf(MailProvider provider, string? address) =>
        provider.Id switch
        {
            Outlook when address is not null && !IsConsumer(address) => StartTls("smtp.office365.com", Submission),
            "gmx" when IsAt(address, "gmx.com") => Tls("mail.gmx.com", Submissions),
            _ => provider.Outgoing,
        };

    /// <summary>Where this provider's customers with this address read.</summary>
    public static MailServer? IncomingOf(MailProvider provider, string? address) =>
        provider.Id == "gmx" && IsAt(address, "gmx.com") ? Tls("imap.gmx.com", Imaps) : provider.Incoming;

    private static bool IsConsumer(string address) =>
        s_consumers.Any(name => MailAddressText.DomainOf(address).StartsWith(name, StringComparison.Ordinal));

    private static bool IsAt(string? address, string domain) => address is not null && MailAddressText.DomainOf(address) == domain;

    private static MailServer Tls(string host, int port) => new(host, port, MailEncryption.Tls);

    private static MailServer StartTls(string host, int port) => new(host, port, MailEncryption.StartTls);
}
