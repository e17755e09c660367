using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Mail.OAuth;

/// <summary>What the errors of a provider mean for the owner (RFC 6749, 5.2; RFC 8628, 3.5).</summary>
internal static class SignInWords
{
    public const string Pending = "authorization_pending";
    public const string SlowDown = "slow_down";
    public const string Expired = "expired_token";
    public const string InvalidGrant = "invalid_grant";

    // Microsoft's word for access_denied.
    private const string Declined = "authorization_declined";

    public static string Of(OAuthAnswer answer) =>
        answer.Error switch
        {
            "access_denied" or Declined => "The permission was refused on the provider's page. Begin again if that was a mistake.",
            Expired => "The code was not typed in time. Begin again.",
            "invalid_scope" =>
                "The provider does not give this permission to devices. Google refuses mail to devices that sign in with a code: use an app password.",
            "invalid_client" or "unauthorized_client" =>
                $"The provider does not know this camera, or does not let it sign in with a code: check ClientId and ClientSecret in the settings file.{Said(answer)}",
            InvalidGrant => $"The provider does not honour the permission any more. Sign in again.{Said(answer)}",
            null =>
                "The provider gave no permission that lasts. Check that Scope in the settings file asks for it (offline_access with Microsoft).",
            _ => $"The provider refused: {ServerWords.Quote(answer.Error)}.{Said(answer)}",
        };

    private static string Said(OAuthAnswer answer) =>
        answer.ErrorDescription is { Length: > 0 } words ? $" It said: {ServerWords.Quote(words)}" : "";
}
