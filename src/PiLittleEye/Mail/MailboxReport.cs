namespace PiLittleEye.Mail;

/// <summary>How the mailbox is, as of one moment.</summary>
internal sealed record MailboxReport
{
    public MailboxPhase Phase { get; init; }

    /// <summary>Since when in this phase.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>When the newest mail that was read had come in.</summary>
    public DateTimeOffset? LastMailAt { get; init; }

    /// <summary>Stays after it is over, so that somebody who looks later sees why there was a gap.</summary>
    public MailFault? LastError { get; init; }

    /// <summary>Null while connected, and when nothing is tried before a person has changed something.</summary>
    public DateTimeOffset? NextTryAt { get; init; }

    /// <summary>Mails looked at since the service started, and what became of them.</summary>
    public long Read { get; init; }

    public long Answered { get; init; }

    public long Refused { get; init; }

    public long Ignored { get; init; }
}
