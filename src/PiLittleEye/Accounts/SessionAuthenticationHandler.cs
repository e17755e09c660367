using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>The framework's way to ask who a request comes from, and how whoever is nobody is told. What proves it is read by <see cref="ICredentialReader"/>.</summary>
internal sealed class SessionAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    Credentials credentials,
    SetupCode setupCode
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "session";

    private Credential _credential = Credential.None;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        _credential = credentials.Find(Context);
        if (_credential.Caller is not { } caller)
        {
            if (_credential.Refusal is not null)
            {
                Context.Features.Set(_credential);
            }

            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var identity = new CallerIdentity(caller);
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

        if (_credential.Refusal is { } refusal)
        {
            if (_credential.Wait > TimeSpan.Zero)
            {
                Response.Headers.RetryAfter = Math.Ceiling(_credential.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return refusal.ExecuteAsync(Context);
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

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refusals.Of(Context.User.FindCaller(), Context.GetEndpoint()).ExecuteAsync(Context);
}
