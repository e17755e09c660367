namespace PiLittleEye.Mail.Queue;

/// <summary>A mail of the queue, without what it holds.</summary>
internal sealed record WaitingMail(
    long Id,
    string MessageId,
    string Recipient,
    bool IsAlert,
    DateTimeOffset StoredAt,
    DateTimeOffset? BestBefore,
    int Tries,
    DateTimeOffset NextTryAt
);
