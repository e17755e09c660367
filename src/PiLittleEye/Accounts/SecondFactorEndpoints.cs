using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>Sets up and takes off second factors, and asks for them.</summary>
internal static class SecondFactorEndpoints
{
    private const string Own = "/api/v1/session/second-factor";
    private const string Required = "/api/v1/accounts/second-factor-required";

    public static void MapSecondFactor(this IEndpointRouteBuilder routes)
    {
        // Also for those who may do nothing before they have one.
        routes.MapPost(Own, Offer).RequireAuthorization(Policies.OwingProof);
        routes.MapPut(Own, TurnOnAsync).RequireAuthorization(Policies.OwingProof);
        routes.MapDelete(Own, RemoveOwnAsync).RequireAuthorization(Policies.RecentProof);
        routes.MapDelete("/api/v1/accounts/{id:long}/second-factor", RemoveAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapGet(Required, WhoNeedsOne).RequireAuthorization(Policies.Administrator);
        routes.MapPut(Required, RequireAsync).RequireAuthorization(Policies.RecentAdministrator);
    }

    private static Results<Ok<SecondFactorOffer>, ProblemHttpResult> Offer(
        HttpContext context,
        AccountStore accounts,
        SecondFactor factor
    ) =>
        accounts.Find(context.User.Caller().AccountId ?? 0) is { } account
            ? TypedResults.Ok(factor.Offer(account))
            : AccountRefusal.NoSuchAccount;

    private static async Task<Results<Ok<RecoveryCodes>, ProblemHttpResult>> TurnOnAsync(
        JsonBody<SecondFactorCode> request,
        HttpContext context,
        SecondFactor factor,
        Sessions sessions,
        AttemptThrottle throttle,
        AccountsTrail trail
    )
    {
        var caller = context.User.Caller();
        var key = AttemptThrottle.KeyOfSession(caller.Credential);
        var wait = throttle.Admit(key);
        if (wait > TimeSpan.Zero)
        {
            return AccountRefusal.Throttled((int)Math.Ceiling(wait.TotalSeconds));
        }

        if (factor.TurnOn(caller.AccountId ?? 0, request.Value.Code) is not { } codes)
        {
            return AccountRefusal.WrongCode;
        }

        throttle.Forget(key);
        // What was opened with the password alone is over.
        sessions.EndAll(caller.AccountId ?? 0, caller.Credential);
        await trail.SaveAsync("second-factor-on", Actor.Of(context), caller.Name, $"{caller.Name} set up a second factor.");
        return TypedResults.Ok(new RecoveryCodes(codes));
    }

    private static async Task<NoContent> RemoveOwnAsync(HttpContext context, SecondFactor factor, AccountsTrail trail)
    {
        var caller = context.User.Caller();
        factor.Remove(caller.AccountId ?? 0);
        await trail.SaveAsync("second-factor-off", Actor.Of(context), caller.Name, $"{caller.Name} took the second factor off.");
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        long id,
        HttpContext context,
        AccountStore accounts,
        SecondFactor factor,
        AccountsTrail trail
    )
    {
        if (accounts.Find(id) is not { } account)
        {
            return AccountRefusal.NoSuchAccount;
        }

        factor.Remove(id);
        await trail.SaveAsync("second-factor-off", Actor.Of(context), account.Name, $"The second factor of {account.Name} was taken off.");
        return TypedResults.NoContent();
    }

    private static Ok<RequiredRoles> WhoNeedsOne(SecondFactor factor) =>
        TypedResults.Ok(new RequiredRoles([.. factor.Required.Select(RoleWords.Of)]));

    private static async Task<Results<NoContent, ProblemHttpResult>> RequireAsync(
        JsonBody<RequiredRoles> request,
        HttpContext context,
        SecondFactor factor,
        AccountsTrail trail
    )
    {
        var roles = new List<AccountRole>();
        foreach (var word in request.Value.Roles ?? [])
        {
            if (!RoleWords.TryRead(word, out var role))
            {
                return AccountRefusal.UnusableRole;
            }

            roles.Add(role);
        }

        factor.Require(roles);
        var who = roles.Count == 0 ? "nobody" : string.Join(", ", roles.Select(RoleWords.Of));
        await trail.SaveAsync("second-factor-required", Actor.Of(context), who, $"A second factor is asked of: {who}.");
        return TypedResults.NoContent();
    }
}
