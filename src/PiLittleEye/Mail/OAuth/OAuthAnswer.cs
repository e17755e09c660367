using System.Text.Json.Serialization;

namespace PiLittleEye.Mail.OAuth;

/// <summary>Whatever a provider says at either endpoint (RFC 6749, 5; RFC 8628, 3.2): a code for the owner, tokens, or an error.</summary>
internal sealed record OAuthAnswer
{
    [JsonPropertyName("device_code")]
    public string? DeviceCode { get; init; }

    [JsonPropertyName("user_code")]
    public string? UserCode { get; init; }

    [JsonPropertyName("verification_uri")]
    public string? VerificationUri { get; init; }

    /// <summary>Google's name for it, from a draft.</summary>
    [JsonPropertyName("verification_url")]
    public string? VerificationUrl { get; init; }

    [JsonPropertyName("verification_uri_complete")]
    public string? VerificationUriComplete { get; init; }

    /// <summary>Seconds, of the code or of the access token.</summary>
    [JsonPropertyName("expires_in")]
    public double? ExpiresIn { get; init; }

    /// <summary>Seconds between two questions.</summary>
    [JsonPropertyName("interval")]
    public double? Interval { get; init; }

    [JsonPropertyName("access_token")]
    public string? AccessToken { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("error")]
    public string? Error { get; init; }

    [JsonPropertyName("error_description")]
    public string? ErrorDescription { get; init; }
}
