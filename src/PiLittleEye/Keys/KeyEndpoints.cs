using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Accounts;
using PiLittleEye.Frames;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>Keys for programs: list, make, revoke.</summary>
internal static class KeyEndpoints
{
    public static void MapKeyEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/keys", List).RequireAuthorization(Policies.Administrator);
        routes.MapPost("/api/v1/keys", MakeAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapDelete("/api/v1/keys/{id:long}", RevokeAsync).RequireAuthorization(Policies.RecentAdministrator);
    }

    private static Ok<IReadOnlyList<KeyItem>> List(KeyRing keys, AccountCallers accounts) =>
        TypedResults.Ok<IReadOnlyList<KeyItem>>([.. keys.All.Select(key => KeyItem.Of(key, accounts.NameOf(key.AccountId)))]);

    private static async Task<Results<Created<KeyCreated>, ProblemHttpResult, ValidationProblem>> MakeAsync(
        JsonBody<KeyRequest> request,
        KeyRing keys,
        FrameHubs hubs,
        KeyTrail trail,
        HttpContext context,
        TimeProvider clock
    )
    {
        var wish = KeyWish.Read(request.Value, hubs, clock.GetUtcNow());
        if (wish.Problems.Count > 0)
        {
            return Problem.OfSettings(wish.Problems);
        }

        if (keys.Make(context.User.Caller().AccountId!.Value, wish.Name, wish.Grants, request.Value.ExpiresAt) is not var (key, secret))
        {
            return KeyRefusals.TooManyKeys();
        }

        await trail.MadeAsync(context, key);
        var origin = $"{context.Request.Scheme}://{context.Request.Host}";
        return TypedResults.Created(
            string.Create(CultureInfo.InvariantCulture, $"/api/v1/keys/{key.Id}"),
            KeyCreated.Of(key, secret, origin)
        );
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(long id, KeyRing keys, KeyTrail trail, HttpContext context)
    {
        if (keys.Revoke(id) is not { } key)
        {
            return KeyRefusals.NoSuchKey();
        }

        await trail.RevokedAsync(context, key);
        return TypedResults.NoContent();
    }
}
