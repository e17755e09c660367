namespace PiLittleEye.Mail.Queue;

/// <summary>What a failure of sending is about. What is not known here is taken for the more careful of the two possibilities.</summary>
internal static class MailFailures
{
    /// <summary>The server says "not now" to this mail or its recipient: greylisting, a full mailbox there.</summary>
    public const string PutOff = "mail-put-off";

    /// <summary>The server says "never" to this mail.</summary>
    public const string Refused = "mail-refused";
    public const string RecipientRefused = "recipient-refused";
    public const string IdentityUnverified = "identity-unverified";
    public const string RelayDenied = "relay-denied";
    public const string TooBig = "mail-too-big";

    private static readonly string[] s_ofTheWay = ["certificate-", "starttls-", "tls-"];

    public static FailureScope ScopeOf(MailException failure) =>
        failure switch
        {
            { Code: PutOff or Refused or RecipientRefused or IdentityUnverified or RelayDenied or TooBig } => FailureScope.Mail,
            // Mended on the server's side, or by walking out of a hotel's network, as often as here; and trying does no harm.
            MailRefusedException refused when Array.Exists(s_ofTheWay, way => refused.Code.StartsWith(way, StringComparison.Ordinal)) =>
                FailureScope.Server,
            MailRefusedException => FailureScope.Account,
            _ => FailureScope.Server,
        };
}
