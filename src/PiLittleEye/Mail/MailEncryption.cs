using System.Text.Json.Serialization;

namespace PiLittleEye.Mail;

/// <summary>How the way to a mail server is encrypted. There is no third: a password never leaves in the clear.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailEncryption>))]
internal enum MailEncryption
{
    /// <summary>TLS from the first byte (RFC 8314): IMAP 993, SMTP 465, SES also 2465.</summary>
    [JsonStringEnumMemberName("tls")]
    Tls,

    /// <summary>In the clear until STARTTLS, which is demanded (RFC 3501, RFC 3207): IMAP 143, SMTP 587, SES also 2587.</summary>
    [JsonStringEnumMemberName("starttls")]
    StartTls,
}
