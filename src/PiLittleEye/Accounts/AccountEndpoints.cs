using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>Whom administrators let in, with which rights, and for how long.</summary>
internal static class AccountEndpoints
{
    private const string One = "/api/v1/accounts/{id:long}";

    public static void MapAccountList(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/accounts", List).RequireAuthorization(Policies.Administrator);
        routes.MapPost("/api/v1/accounts", AddAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapPatch(One, ChangeAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapDelete(One, RemoveAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapPut(One + "/password", SetPasswordAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapDelete(One + "/sessions", SignOutAsync).RequireAuthorization(Policies.RecentAdministrator);
    }

    private static Ok<IReadOnlyList<AccountItem>> List(AccountDesk desk) => TypedResults.Ok(desk.List());

    private static async Task<Results<Created<AccountItem>, ProblemHttpResult>> AddAsync(
        JsonBody<NewAccountRequest> request,
        AccountDesk desk,
        HttpContext context
    )
    {
        var (added, refusal) = await desk.AddAsync(request.Value, Actor.Of(context), context.RequestAborted);
        return added is null ? refusal! : TypedResults.Created($"/api/v1/accounts/{added.Id}", desk.Show(added.Id));
    }

    private static async Task<Results<Ok<AccountItem>, ProblemHttpResult>> ChangeAsync(
        long id,
        JsonBody<AccountChangeRequest> request,
        AccountDesk desk,
        HttpContext context
    ) =>
        await desk.ChangeAsync(id, request.Value, Actor.Of(context)) is { } refusal ? refusal
        : desk.Show(id) is { } account ? TypedResults.Ok(account)
        : AccountRefusal.NoSuchAccount;

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(long id, AccountDesk desk, HttpContext context) =>
        Done(await desk.RemoveAsync(id, Actor.Of(context)));

    private static async Task<Results<NoContent, ProblemHttpResult>> SetPasswordAsync(
        long id,
        JsonBody<TemporaryPasswordRequest> request,
        AccountDesk desk,
        HttpContext context
    ) => Done(await desk.SetPasswordAsync(id, request.Value.Password, Actor.Of(context), context.RequestAborted));

    private static async Task<Results<NoContent, ProblemHttpResult>> SignOutAsync(long id, AccountDesk desk, HttpContext context) =>
        Done(await desk.SignOutEverywhereAsync(id, Actor.Of(context)));

    private static Results<NoContent, ProblemHttpResult> Done(ProblemHttpResult? refusal) =>
        refusal is null ? TypedResults.NoContent() : refusal;
}
