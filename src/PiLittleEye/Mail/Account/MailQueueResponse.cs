namespace PiLittleEye.Mail.Account;

/// <param name="Waiting">Mails that are still to be sent.</param>
/// <param name="OldestAt">When the oldest of them was written.</param>
/// <param name="GaveUp">Mails that could not be sent for a day, or that the server does not want.</param>
/// <param name="LastSentAt">When the server last took one.</param>
/// <param name="LastError">Why the last try did not go.</param>
/// <param name="Banner">What the owner should be told wherever they are; null when all is well.</param>
internal sealed record MailQueueResponse(
    int Waiting,
    DateTimeOffset? OldestAt,
    int GaveUp,
    DateTimeOffset? LastSentAt,
    MailFault? LastError,
    string? Banner
);
