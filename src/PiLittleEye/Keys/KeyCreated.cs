using PiLittleEye.Accounts;
using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>Answer to <c>POST /api/v1/keys</c>: the only one that ever has the secret in it.</summary>
/// <param name="Id">To revoke it.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Key">Public part.</param>
/// <param name="Secret">What proves it.</param>
/// <param name="Bearer">Both, as they stand behind <c>Authorization: Bearer</c>.</param>
/// <param name="Rights">By camera.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
/// <param name="Url">The stream with the key in its address, for what takes nothing else; null on the command line, which knows no address.</param>
/// <param name="Qr">The same as an SVG, for an app on a phone.</param>
internal sealed record KeyCreated(
    long Id,
    string Name,
    string Key,
    string Secret,
    string Bearer,
    Dictionary<string, string[]> Rights,
    DateTimeOffset? ExpiresAt,
    string? Url,
    string? Qr
)
{
    /// <param name="key">The key.</param>
    /// <param name="secret">Of the key.</param>
    /// <param name="origin">As the browser that asked reached this service.</param>
    public static KeyCreated Of(AccessKey key, string secret, string? origin)
    {
        var url = origin is null ? null : $"{origin}/api/v1/video/mjpeg?appkey={key.Key}&secret={secret}";
        var qr = url is null ? null : QrPicture.Of(url);
        return new KeyCreated(key.Id, key.Name, key.Key, secret, $"{key.Key}.{secret}", GrantWords.Of(key.Grants), key.ExpiresAt, url, qr);
    }
}
