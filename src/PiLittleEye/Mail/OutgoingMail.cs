namespace PiLittleEye.Mail;

/// <summary>A mail that is to be sent: to one person, a text and perhaps files. Who sends it is the account's affair.</summary>
internal sealed record OutgoingMail
{
    /// <summary>One bare address.</summary>
    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text; lines of any length, ends of any kind.</summary>
    public required string Text { get; init; }

    /// <summary>Who caused it: <c>auto-replied</c> or <c>auto-generated</c> (RFC 3834).</summary>
    public required string AutoSubmitted { get; init; }

    /// <summary>Without angle brackets; chosen once, so that a mail that goes out twice can be recognised.</summary>
    public required string MessageId { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Of the mail that it answers, without angle brackets; null when it answers none.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The thread so far, oldest first, without angle brackets.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}
