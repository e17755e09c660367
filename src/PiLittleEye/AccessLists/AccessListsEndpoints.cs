using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.AccessLists;

/// <summary>Which addresses may come: to see, to try out, to change.</summary>
internal static class AccessListsEndpoints
{
    public static void MapAccessListsEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/access-lists", Show).RequireAuthorization(Policies.Administrator);
        routes.MapPost("/api/v1/access-lists/check", Check).RequireAuthorization(Policies.Administrator);
        routes.MapPut("/api/v1/access-lists", ChangeAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapPost("/api/v1/access-lists/confirmation", ConfirmAsync).RequireAuthorization(Policies.RecentAdministrator);
    }

    private static Ok<AccessListsResponse> Show(AccessGate gate, HitCounts hits, IOptions<AccessListsOptions> proxies) =>
        TypedResults.Ok(AccessListsResponse.Of(gate, hits, proxies.Value));

    private static Ok<AccessListsCheck> Check(JsonBody<AccessListsChange> change, HttpContext context, AccessGate gate)
    {
        var (lists, problems) = change.Value.ApplyTo(gate.InForce);
        return TypedResults.Ok(new AccessListsCheck(problems, ShutsOut(lists, context)));
    }

    private static async Task<Results<Ok<AccessListsResponse>, ProblemHttpResult, ValidationProblem>> ChangeAsync(
        JsonBody<AccessListsChange> change,
        HttpContext context,
        AccessGate gate,
        HitCounts hits,
        AccessListsTrail trail,
        IOptions<AccessListsOptions> proxies
    )
    {
        var (lists, problems) = change.Value.ApplyTo(gate.InForce);
        if (problems.Count > 0)
        {
            return Problem.OfSettings(problems);
        }

        if (!ShutsOut(lists, context))
        {
            gate.Change(lists);
            await trail.ChangedAsync(context);
            return TypedResults.Ok(AccessListsResponse.Of(gate, hits, proxies.Value));
        }

        if (change.Value.Confirm != true)
        {
            return Problem.Of(
                409,
                "would-shut-you-out",
                "This would shut you out",
                $"Your address, {context.Connection.RemoteIpAddress}, could not come any more. Add it, or send the same with confirm: true; "
                    + "then it is in force for a minute, and stays only if it is confirmed from an address that may come."
            );
        }

        var pending = gate.Try(lists);
        await trail.TriedAsync(context);
        return TypedResults.Ok(AccessListsResponse.Of(gate, hits, proxies.Value, pending.Token));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ConfirmAsync(
        JsonBody<ConfirmationRequest> request,
        HttpContext context,
        AccessGate gate,
        AccessListsTrail trail
    )
    {
        if (!gate.TryConfirm(request.Value.Token))
        {
            return Problem.Of(
                409,
                "nothing-to-confirm",
                "There is nothing to confirm",
                "The trial with this token is over, and the lists from before are in force. Make the change again."
            );
        }

        await trail.ConfirmedAsync(context);
        return TypedResults.NoContent();
    }

    private static bool ShutsOut(AccessListsSettings lists, HttpContext context) =>
        !AccessPolicy.Decide(lists, context.Connection.RemoteIpAddress).IsAdmitted;
}
