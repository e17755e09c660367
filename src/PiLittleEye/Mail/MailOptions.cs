using PiLittleEye.Mail.OAuth;
using PiLittleEye.Settings;

namespace PiLittleEye.Mail;

/// <summary>What the installer says about mail; the account itself is the owner's, in the database.</summary>
internal sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>PEM file with authorities that are trusted besides the system's, for mail only. For an own server whose certificate is signed at home.</summary>
    public string? TrustedAuthority { get; init; }

    /// <summary>Who gives out tokens in place of passwords.</summary>
    public OAuthProviders OAuth { get; init; } = new();

    public static MailOptions Read(SettingsSection section)
    {
        var options = new MailOptions
        {
            TrustedAuthority = section.OptionalText(nameof(TrustedAuthority)),
            OAuth = OAuthProviders.Read(section.Inner(nameof(OAuth))),
        };
        if (options.TrustedAuthority is { } file && !File.Exists(file))
        {
            section.Complain(nameof(TrustedAuthority), file, "name a PEM file that exists");
        }

        return options;
    }
}
