using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Audit;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Streaming;

/// <summary>Who is watching now, and an end to it.</summary>
internal static class ViewerEndpoints
{
    public static void MapViewers(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/viewers", List).RequireAuthorization(Policies.Administrator);
        routes.MapDelete("/api/v1/viewers/{id:long}", SendAwayAsync).RequireAuthorization(Policies.Administrator);
    }

    private static Ok<IReadOnlyList<ViewerItem>> List(Viewers viewers) => TypedResults.Ok(viewers.List());

    private static async Task<Results<NoContent, ProblemHttpResult>> SendAwayAsync(
        long id,
        Viewers viewers,
        AuditLog audit,
        HttpContext context
    )
    {
        if (viewers.SendAway(id) is not { } ended)
        {
            return Problem.Of(
                404,
                "no-such-viewer",
                "Nobody is watching under that number",
                "The stream has ended already. Load the list again."
            );
        }

        var name = ended.Caller.Name;
        await audit.SaveAsync(
            AuditEntry.By(context, "viewer-sent-away", $"A stream of {name} was ended.") with
            {
                Subject = name,
                Camera = ended.CameraId,
            }
        );
        return TypedResults.NoContent();
    }
}
