using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Accounts;
using PiLittleEye.Frames;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>Links to one camera that end by themselves: list, make, revoke. Whoever watches may share what there is to see.</summary>
internal static class TicketEndpoints
{
    public static void MapTicketEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/tickets", List).RequireAuthorization(Policies.Session);
        routes.MapPost("/api/v1/tickets", MakeAsync).RequireAuthorization(Policies.Session);
        routes.MapDelete("/api/v1/tickets/{id:long}", RevokeAsync).RequireAuthorization(Policies.Session);
    }

    private static Ok<IReadOnlyList<TicketItem>> List(Tickets tickets, AccountCallers accounts, ClaimsPrincipal user) =>
        TypedResults.Ok<IReadOnlyList<TicketItem>>([
            .. tickets
                .All.Where(ticket => user.Caller().IsAdministrator || ticket.AccountId == user.Caller().AccountId)
                .Select(ticket => TicketItem.Of(ticket, accounts.NameOf(ticket.AccountId))),
        ]);

    private static async Task<Results<Created<TicketCreated>, ProblemHttpResult, ValidationProblem>> MakeAsync(
        JsonBody<TicketRequest> body,
        Tickets tickets,
        FrameHubs hubs,
        KeyTrail trail,
        HttpContext context
    )
    {
        var request = body.Value;
        var caller = context.User.Caller();
        if (request.Camera is null || !hubs.TryGet(request.Camera, out _) || !caller.Grants.Show(request.Camera))
        {
            return Refusals.NoSuchCamera();
        }

        // A ticket is for looking. Whoever may only take photos has no stream to share, and a link to nothing helps nobody.
        if (!caller.Grants.Allow(request.Camera, Right.Watch))
        {
            return Refusals.NotAllowed();
        }

        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var (shortest, longest) = (Tickets.Shortest.TotalMinutes, Tickets.Longest.TotalMinutes);
        if (request.Minutes is not { } minutes || !(minutes >= shortest && minutes <= longest))
        {
            problems["minutes"] =
            [
                string.Create(CultureInfo.InvariantCulture, $"Use {shortest} to {longest} minutes, which are seven days."),
            ];
            minutes = shortest;
        }

        var name = request.Camera;
        if (request.Name is { Length: > 0 } wanted && !AccountName.TryNormalise(wanted, out name, out _))
        {
            problems["name"] = [$"Leave the name out, or use up to {AccountName.Longest} letters."];
        }

        if (problems.Count > 0)
        {
            return Problem.OfSettings(problems);
        }

        var lifetime = TimeSpan.FromMinutes(minutes);
        if (tickets.Make(caller.AccountId!.Value, name!, request.Camera, request.Kiosk == true, lifetime) is not var (ticket, token))
        {
            return KeyRefusals.TooManyTickets();
        }

        await trail.MadeAsync(context, ticket);
        return TypedResults.Created(
            string.Create(CultureInfo.InvariantCulture, $"/api/v1/tickets/{ticket.Id}"),
            TicketCreated.Of(ticket, token, $"{context.Request.Scheme}://{context.Request.Host}")
        );
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        long id,
        Tickets tickets,
        KeyTrail trail,
        HttpContext context
    )
    {
        var caller = context.User.Caller();
        if (tickets.Revoke(id, caller.IsAdministrator ? null : caller.AccountId) is not { } ticket)
        {
            return KeyRefusals.NoSuchTicket();
        }

        await trail.RevokedAsync(context, ticket);
        return TypedResults.NoContent();
    }
}
