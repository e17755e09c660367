using PiLittleEye.Mail.Account;
using PiLittleEye.Settings;

namespace PiLittleEye.Mail.OAuth;

/// <summary>Who gives out tokens for mailboxes. As the providers document it, unless the installer says otherwise.</summary>
internal sealed record OAuthProviders
{
    // https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code; scopes as Exchange documents them for IMAP and SMTP.
    private static readonly OAuthOptions s_microsoft = new()
    {
        DeviceEndpoint = "https://login.microsoftonline.com/common/oauth2/v2.0/devicecode",
        TokenEndpoint = "https://login.microsoftonline.com/common/oauth2/v2.0/token",
        Scope = "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access",
    };

    // https://developers.google.com/identity/protocols/oauth2/limited-input-device
    private static readonly OAuthOptions s_google = new()
    {
        DeviceEndpoint = "https://oauth2.googleapis.com/device/code",
        TokenEndpoint = "https://oauth2.googleapis.com/token",
        Scope = "https://mail.google.com/",
    };

    public OAuthOptions Microsoft { get; init; } = s_microsoft;

    public OAuthOptions Google { get; init; } = s_google;

    public static OAuthProviders Read(SettingsSection section)
    {
        var providers = new OAuthProviders
        {
            Microsoft = OAuthOptions.Read(section.Inner(nameof(Microsoft)), s_microsoft),
            Google = OAuthOptions.Read(section.Inner(nameof(Google)), s_google),
        };
        section.RefuseUnknownKeys();
        return providers;
    }

    /// <param name="provider">Id of a <see cref="MailProvider"/>.</param>
    /// <returns>Null for those who give none.</returns>
    public OAuthOptions? Of(string provider) =>
        provider switch
        {
            MailProviders.Outlook => Microsoft,
            MailProviders.Gmail => Google,
            _ => null,
        };
}
