namespace PiLittleEye.Mail.Account;

/// <summary>The words that stand for encryptions and authentications in JSON. Read by hand, so that a wrong one is answered with those that are right.</summary>
internal static class MailWords
{
    public const string Tls = "tls";
    public const string StartTls = "starttls";
    public const string Password = "password";
    public const string OAuth2 = "oauth2";

    public static MailEncryption? Encryption(string word) =>
        word switch
        {
            Tls => MailEncryption.Tls,
            StartTls => MailEncryption.StartTls,
            _ => null,
        };

    public static MailAuthentication? Authentication(string word) =>
        word switch
        {
            Password => MailAuthentication.Password,
            OAuth2 => MailAuthentication.OAuth2,
            _ => null,
        };
}
