using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>What everybody may do with the own account: see it, prove it, change its password, end its sessions.</summary>
internal static class OwnAccountEndpoints
{
    public static void MapOwnAccount(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/session", WhoAmI).RequireAuthorization(Policies.Visitor).AllowHomeNetwork();
        routes.MapPut("/api/v1/session/password", ChangePasswordAsync).RequireAuthorization(Policies.AnySession);
        routes.MapPost("/api/v1/session/proof", ProveAsync).RequireAuthorization(Policies.AnySession);
        routes.MapGet("/api/v1/sessions", List).RequireAuthorization(Policies.Session);
        routes.MapDelete("/api/v1/sessions", EndOthers).RequireAuthorization(Policies.Session);
        routes.MapDelete("/api/v1/sessions/{id}", End).RequireAuthorization(Policies.Session);
    }

    private static Results<Ok<SessionResponse>, ProblemHttpResult> WhoAmI(ClaimsPrincipal user, Sessions sessions)
    {
        if (user.Caller() is { Kind: CallerKind.HomeNetwork } guest)
        {
            return TypedResults.Ok(
                new SessionResponse(
                    guest.Name,
                    SessionResponse.HomeNetwork,
                    Owes: null,
                    ProvedAt: null,
                    HasSecondFactor: false,
                    IsAdministrator: false,
                    GrantWords.Of(guest.Grants)
                )
            );
        }

        if (sessions.Find(user.Caller().Credential) is not { Account: var account } session)
        {
            // Ended since it was recognised.
            return Problem.Of(401, "not-signed-in", "Not signed in", "This session has just ended. Sign in again.");
        }

        return TypedResults.Ok(
            new SessionResponse(
                account.Name,
                RoleWords.Of(account.Role),
                account.Owes,
                session.ProvedAt,
                account.HasSecondFactor,
                account.IsAdministrator,
                GrantWords.Of(account.Rights)
            )
        );
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangePasswordAsync(
        JsonBody<PasswordChangeRequest> request,
        OwnAccount own,
        HttpContext context
    )
    {
        var (caller, visitor) = (context.User.Caller(), Visitor.Of(context));
        var (token, refusal) = await own.ChangePasswordAsync(request.Value, Actor.Of(context), caller, visitor, context.RequestAborted);
        return Answer(token, refusal, context.Response);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ProveAsync(
        JsonBody<ProofRequest> request,
        OwnAccount own,
        HttpContext context
    )
    {
        var (token, refusal) = await own.ProveAsync(context.User.Caller(), request.Value, context.RequestAborted);
        return Answer(token, refusal, context.Response);
    }

    private static Ok<IReadOnlyList<SessionItem>> List(ClaimsPrincipal user, Sessions sessions) =>
        TypedResults.Ok(sessions.List(user.Caller()));

    private static NoContent EndOthers(ClaimsPrincipal user, Sessions sessions)
    {
        sessions.EndAll(user.Caller().AccountId ?? 0, user.Caller().Credential);
        return TypedResults.NoContent();
    }

    private static Results<NoContent, ProblemHttpResult> End(string id, ClaimsPrincipal user, Sessions sessions) =>
        sessions.End(id, user.Caller().AccountId ?? 0)
            ? TypedResults.NoContent()
            : Problem.Of(404, "no-such-session", "No such session", "It has ended already, or it is not yours.");

    private static Results<NoContent, ProblemHttpResult> Answer(string? token, ProblemHttpResult? refusal, HttpResponse response)
    {
        if (token is null)
        {
            return refusal!;
        }

        SessionCookie.Set(response, token);
        return TypedResults.NoContent();
    }
}
