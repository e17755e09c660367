using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Health;

namespace PiLittleEye.Web;

/// <summary>For monitors: a status code and nothing else, because strangers may ask.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", Alive).AllowAnonymous();
        routes.MapGet("/readyz", Ready).AllowAnonymous();
    }

    private static StatusCodeHttpResult Alive(Heartbeats heartbeats) =>
        TypedResults.StatusCode(heartbeats.Silent().Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private static StatusCodeHttpResult Ready(Readiness readiness) =>
        TypedResults.StatusCode(readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
