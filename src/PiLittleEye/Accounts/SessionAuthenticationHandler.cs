using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>
/// Recognises a session by its cookie. Programs that keep no cookies may send the same token as <c>Authorization: Bearer</c>, or as the
/// password of <c>Basic</c> (VLC and cameras' web hooks can only do that).
/// </summary>
internal sealed class SessionAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Sessions sessions,
    SetupCode setupCode
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";

    // A token is 43 characters; whatever is much longer is none, and is not worth hashing.
    private const int LongestCredential = 256;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = Request.Cookies[SessionCookie.Name] ?? TokenFromHeader(Request.Headers.Authorization.ToString());
        if (token is not { Length: > 0 and <= LongestCredential } || sessions.Recognise(token) is not { } session)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new CallerIdentity(SessionCallers.Of(session));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        // Basic, so that players which only send a password after being asked do send it. Browsers' own requests never see a
        // password box for it, because the page asks with fetch and handles 401 itself.
        if (!Request.Headers.ContainsKey("Sec-Fetch-Mode"))
        {
            Response.Headers.WWWAuthenticate = "Basic realm=\"Pi Little Eye\", charset=\"UTF-8\"";
        }

        var problem = setupCode.IsClaimed
            ? Problem.Of(StatusCodes.Status401Unauthorized, "not-signed-in", "Not signed in", "Sign in first: POST /api/v1/session.")
            : Problem.Of(
                StatusCodes.Status401Unauthorized,
                "not-claimed",
                "Not claimed yet",
                "Nobody has claimed this camera. Open its page with the set-up code from its console (pi-little-eye setup-code)."
            );
        return problem.ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Refusals.NotAllowed().ExecuteAsync(Context);

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
