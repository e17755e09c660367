using PiLittleEye.Settings;

namespace PiLittleEye.Mail.OAuth;

/// <summary>Where one provider gives out tokens, and as whom this camera asks for them (RFC 8628).</summary>
internal sealed record OAuthOptions
{
    /// <summary>What whoever registered the camera with the provider was given; null: nobody did, and passwords are the only way.</summary>
    public string? ClientId { get; init; }

    /// <summary>Google gives one to devices too; Microsoft does not.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Where a code for the owner is asked for.</summary>
    public required string DeviceEndpoint { get; init; }

    /// <summary>Where tokens are.</summary>
    public required string TokenEndpoint { get; init; }

    /// <summary>What is asked for: to read and to send, for as long as the owner does not call it back.</summary>
    public required string Scope { get; init; }

    /// <param name="section">Of this provider.</param>
    /// <param name="fallback">What the provider documents.</param>
    public static OAuthOptions Read(SettingsSection section, OAuthOptions fallback)
    {
        var options = new OAuthOptions
        {
            ClientId = section.OptionalText(nameof(ClientId)),
            ClientSecret = section.OptionalText(nameof(ClientSecret)),
            DeviceEndpoint = section.Text(nameof(DeviceEndpoint), fallback.DeviceEndpoint),
            TokenEndpoint = section.Text(nameof(TokenEndpoint), fallback.TokenEndpoint),
            Scope = section.Text(nameof(Scope), fallback.Scope),
        };
        foreach (
            var (key, url) in new[] { (nameof(DeviceEndpoint), options.DeviceEndpoint), (nameof(TokenEndpoint), options.TokenEndpoint) }
        )
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            {
                section.Complain(key, url, "use an address that starts with https://");
            }
        }

        section.RefuseUnknownKeys();
        return options;
    }
}
