namespace PiLittleEye.Mail.Connection;

/// <summary>
/// How much and how long a server may talk. Mail servers stay far below; whoever goes beyond is broken or means harm,
/// and costs this machine no more than this.
/// </summary>
internal static class MailLimits
{
    /// <summary>Octets of one line. RFC 5321 asks for 512 of a reply, RFC 7162 for 8,192 of a command.</summary>
    public const int Line = 8 * 1024;

    /// <summary>Octets of one IMAP response without its literals: the structure of a mail with 100 parts is about 15 KB.</summary>
    public const int Response = 64 * 1024;

    /// <summary>Lines of one SMTP reply. Gmail's longest, to EHLO, has nine.</summary>
    public const int ReplyLines = 100;

    /// <summary>Octets from one command to the next, all in all.</summary>
    public const int Step = 1024 * 1024;

    /// <summary>Finding the address, TCP and TLS together.</summary>
    public static readonly TimeSpan Connect = TimeSpan.FromSeconds(30);

    /// <summary>One address, as long as there is another to try: one that swallows packets must not use up the time of the rest.</summary>
    public static readonly TimeSpan ConnectOne = TimeSpan.FromSeconds(8);

    /// <summary>One read or one write. Dovecot makes a client wait up to 17 s after wrong passwords, Postfix up to 20 s after errors.</summary>
    public static readonly TimeSpan Exchange = TimeSpan.FromSeconds(30);

    /// <summary>One step in all, however diligently the server sends a byte at a time.</summary>
    public static readonly TimeSpan WholeStep = TimeSpan.FromMinutes(2);

    /// <summary>How much goes out in one write: 16 KB take 13 s on an uplink of 10 kbit/s, well within <see cref="Exchange"/>.</summary>
    public const int Write = 16 * 1024;
}
