namespace PiLittleEye.Mail.Queue;

/// <summary>How sending goes.</summary>
/// <param name="Waiting">Mails that are still to be sent.</param>
/// <param name="OldestAt">When the oldest of them was stored.</param>
/// <param name="GaveUp">Mails that were never sent: for a day not, or not wanted by the server.</param>
/// <param name="GaveUpAt">When the last of them was given up.</param>
/// <param name="LastSentAt">When the server last took one.</param>
/// <param name="LastError">Stays after it is over.</param>
internal sealed record MailQueueState(
    int Waiting,
    DateTimeOffset? OldestAt,
    int GaveUp,
    DateTimeOffset? GaveUpAt,
    DateTimeOffset? LastSentAt,
    MailFault? LastError
)
{
    /// <summary>Since the service started.</summary>
    public long Sent { get; init; }

    /// <summary>Nothing is tried before the owner has changed the account.</summary>
    public bool IsStopped { get; init; }

    /// <summary>What the page says above everything else; null when all is well.</summary>
    public string? Banner => MailQueueBanner.Of(this);
}
