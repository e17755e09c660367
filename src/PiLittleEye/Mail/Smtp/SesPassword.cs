using System.Security.Cryptography;
using System.Text;

namespace PiLittleEye.Mail.Smtp;

/// <summary>
/// The SMTP password of Amazon SES, made from an AWS secret key as its documentation says, so that the key itself need not be kept here:
/// whoever has the password can send mails in one region, whoever has the key can do all that its user may.
/// </summary>
internal static class SesPassword
{
    private const byte Version = 4;

    /// <param name="secretKey">Of an IAM user that may <c>ses:SendRawEmail</c>; its access key id is the user name.</param>
    /// <param name="region">As in <c>eu-central-1</c>; the password is good there alone.</param>
    public static string Derive(string secretKey, string region)
    {
        // The day is a fixed one: the password does not expire.
        var key = Encoding.UTF8.GetBytes("AWS4" + secretKey);
        foreach (var part in (ReadOnlySpan<string>)["11111111", region, "ses", "aws4_request", "SendRawEmail"])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Convert.ToBase64String([Version, .. key]);
    }
}
