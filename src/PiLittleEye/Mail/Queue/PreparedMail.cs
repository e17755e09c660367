namespace PiLittleEye.Mail.Queue;

/// <summary>A mail that can be sent and is not stored yet.</summary>
/// <param name="MessageId">Without angle brackets; of two with the same one the second is not stored.</param>
/// <param name="Recipient">A bare address.</param>
/// <param name="IsAlert">Written by the service itself.</param>
/// <param name="BestBefore">Not sent after this; null when it is worth something at any time.</param>
/// <param name="Message">All but its From.</param>
internal sealed record PreparedMail(
    string MessageId,
    string Recipient,
    bool IsAlert,
    DateTimeOffset? BestBefore,
    ReadOnlyMemory<byte> Message
);
