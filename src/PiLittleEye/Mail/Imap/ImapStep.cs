namespace PiLittleEye.Mail.Imap;

/// <summary>What the way into a mailbox consists of, in this order.</summary>
internal enum ImapStep
{
    /// <summary>The address, TCP, TLS where it comes first, the greeting.</summary>
    Connect,

    /// <summary>STARTTLS where it is used.</summary>
    Encrypt,

    LogIn,

    /// <summary>The folder.</summary>
    Select,

    Ready,
}
