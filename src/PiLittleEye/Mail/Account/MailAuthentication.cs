using System.Text.Json.Serialization;

namespace PiLittleEye.Mail.Account;

/// <summary>How the account proves that it may read and send.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MailAuthentication>))]
internal enum MailAuthentication
{
    /// <summary>A password: mostly one that the provider makes for this one program.</summary>
    [JsonStringEnumMemberName("password")]
    Password,

    /// <summary>The owner allows it on the provider's own page, and the password stays there (RFC 8628, XOAUTH2).</summary>
    [JsonStringEnumMemberName("oauth2")]
    OAuth2,
}
