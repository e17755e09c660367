namespace PiLittleEye.Mail;

/// <summary>What the connection to the mailbox is doing.</summary>
internal enum MailboxPhase
{
    /// <summary>No account, or nobody wants mails read.</summary>
    Off,

    Connecting,

    /// <summary>Connected; the server tells of new mails.</summary>
    Waiting,

    /// <summary>Connected; it has to be asked.</summary>
    Polling,

    /// <summary>Not connected. Tried again at a moment, or not before a person has changed something.</summary>
    Failed,
}
