namespace PiLittleEye.Mail.Account;

/// <summary>The account that mails are read from and sent with: set up, and with something to log in.</summary>
internal sealed record MailAccount
{
    /// <summary>A bare address; what it sends comes from it.</summary>
    public required string Address { get; init; }

    public required MailServer Incoming { get; init; }

    public required MailServer Outgoing { get; init; }

    public required MailLogin Login { get; init; }

    public required string Folder { get; init; }

    /// <summary>For servers that cannot push.</summary>
    public required TimeSpan PollingPeriod { get; init; }

    /// <summary>No more mails an hour than this go out with it.</summary>
    public required int MailsPerHour { get; init; }

    /// <summary>What its provider's servers call themselves in Authentication-Results; null where that is not known.</summary>
    public required string? AuthservId { get; init; }
}
