namespace PiLittleEye.Mail;

/// <summary>What is known of a mail without its text.</summary>
internal sealed record ReceivedMail
{
    public required uint Uid { get; init; }

    /// <summary>Octets of the whole mail.</summary>
    public required long Size { get; init; }

    /// <summary>When it came in by the server's own clock (INTERNALDATE); nothing the sender wrote.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>In the order they stand in the mail, the first 64 KB of them; repeated ones as often as they are there.</summary>
    public required IReadOnlyList<MailHeader> Headers { get; init; }

    public required MailPart Structure { get; init; }
}
