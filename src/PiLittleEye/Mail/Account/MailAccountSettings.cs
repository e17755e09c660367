using System.Text.Json.Serialization;

namespace PiLittleEye.Mail.Account;

/// <summary>The mail account of the camera, as the owner set it up.</summary>
internal sealed record MailAccountSettings
{
    /// <summary>For the table of settings.</summary>
    public const string Key = "mail-account";

    public static readonly MailAccountSettings Default = new();

    /// <summary>A bare address; null while no account is set up.</summary>
    public string? Address { get; init; }

    /// <summary>Id of a <see cref="MailProvider"/>.</summary>
    public string Provider { get; init; } = MailProviders.Own;

    public string? User { get; init; }

    public MailAuthentication Authentication { get; init; }

    /// <summary>Password or refresh token, as <see cref="MailSecrets"/> sealed it; null until there is one.</summary>
    public string? Secret { get; init; }

    public MailServer? Incoming { get; init; }

    public MailServer? Outgoing { get; init; }

    /// <summary>Where mail arrives on every server (RFC 3501, 5.1).</summary>
    public string Folder { get; init; } = "INBOX";

    /// <summary>For servers that cannot push: PrintCameraBot's minute, which providers bear and a person does too.</summary>
    public int PollingSeconds { get; init; } = 60;

    /// <summary>Twice the answers that all senders together may get in an hour (30), so that alerts find room; Gmail closes an account at 500 a day.</summary>
    public int MailsPerHour { get; init; } = 60;

    /// <summary>One more with each change by a person; a token that is renewed changes nothing for anybody.</summary>
    public long Revision { get; init; }

    [JsonIgnore]
    public bool IsSetUp => Address is not null && Incoming is not null && Outgoing is not null;
}
