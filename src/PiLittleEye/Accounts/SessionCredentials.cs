using System.Text;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>
/// Recognises a session by its cookie. Programs that keep no cookies may send the same token as <c>Authorization: Bearer</c>, or as the
/// password of <c>Basic</c> (VLC and cameras' web hooks can only do that).
/// </summary>
internal sealed class SessionCredentials(Sessions sessions) : ICredentialReader
{
    // A token is 43 characters; whatever is much longer is none, and is not worth hashing.
    private const int LongestCredential = 256;

    public CredentialPlace Place => CredentialPlace.Session;

    public Credential Read(HttpContext context)
    {
        var token = context.Request.Cookies[SessionCookie.Name] ?? TokenFromHeader(context.Request.Headers.Authorization.ToString());
        return token is { Length: > 0 and <= LongestCredential } && sessions.Recognise(token) is { } session
            ? Credential.Of(SessionCallers.Of(session))
            : Credential.None;
    }

    private static string? TokenFromHeader(string header)
    {
        const string bearer = "Bearer ";
        const string basic = "Basic ";
        if (header.StartsWith(bearer, StringComparison.OrdinalIgnoreCase))
        {
            return header[bearer.Length..].Trim();
        }

        Span<byte> decoded = stackalloc byte[LongestCredential];
        if (
            header.StartsWith(basic, StringComparison.OrdinalIgnoreCase)
            && Convert.TryFromBase64String(header[basic.Length..].Trim(), decoded, out var length)
        )
        {
            var pair = Encoding.UTF8.GetString(decoded[..length]);
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? null : pair[(colon + 1)..];
        }

        return null;
    }
}
