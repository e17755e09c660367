using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Audit;

/// <summary>What happened, for administrators.</summary>
internal static class LogEndpoints
{
    public static void MapLog(this IEndpointRouteBuilder routes)
    {
        var log = routes.MapGroup("/api/v1/log");
        log.MapGet("/", Page).RequireAuthorization(Policies.Administrator);
        log.MapGet("/export", ExportAsync).RequireAuthorization(Policies.Administrator);
        log.MapDelete("/", ClearAsync).RequireAuthorization(Policies.RecentAdministrator);
        log.MapGet("/alerts", Alerts).RequireAuthorization(Policies.Administrator);
        log.MapPost("/alerts/seen", See).RequireAuthorization(Policies.Administrator);
    }

    private static Results<Ok<LogPage>, ProblemHttpResult> Page(HttpRequest request, AuditStore store)
    {
        if (LogQuery.Read(request.Query, out var problem) is not { } query)
        {
            return WrongQuery(problem!);
        }

        // One more than is given, to know whether there is a next page.
        var rows = store.Page(query, query.Limit + 1);
        var entries = rows.Take(query.Limit).Select(LogItem.Of).ToList();
        return TypedResults.Ok(new LogPage(entries, rows.Count > query.Limit ? entries[^1].Id : null));
    }

    private static async Task ExportAsync(HttpContext context, LogExport export, AuditLog log)
    {
        var format = context.Request.Query["format"].ToString();
        if (format is not ("csv" or "jsonl"))
        {
            await WrongQuery($"format is \"{format}\"; use csv or jsonl.").ExecuteAsync(context);
        }
        else if (LogQuery.Read(context.Request.Query, out var problem) is not { } query)
        {
            await WrongQuery(problem!).ExecuteAsync(context);
        }
        else
        {
            await log.SaveAsync(AuditEntry.By(context, "log-exported", "The log was taken away as a file."));
            await export.SendAsync(context.Response, query, format == "csv", context.RequestAborted);
        }
    }

    private static async Task<NoContent> ClearAsync(HttpContext context, AuditLog log)
    {
        await log.ClearAsync(AuditEntry.By(context, AuditStore.ClearedKind, "The log was cleared."));
        return TypedResults.NoContent();
    }

    private static Ok<AlertsResponse> Alerts(ClaimsPrincipal user, AuditStore store)
    {
        var (count, since) = store.UnseenAlerts(user.Caller().AccountId ?? 0);
        return TypedResults.Ok(new AlertsResponse(count, since));
    }

    /// <param name="upTo">The newest row that was on the screen; without it, all that there are.</param>
    private static NoContent See(ClaimsPrincipal user, AuditStore store, long? upTo)
    {
        store.SeeAlerts(user.Caller().AccountId ?? 0, upTo ?? long.MaxValue);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult WrongQuery(string sentence) => Problem.Of(400, "wrong-query", "That cannot be looked for", sentence);
}
