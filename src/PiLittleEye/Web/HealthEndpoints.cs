using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Health;

namespace PiLittleEye.Web;

/// <summary>For monitors: a status code and nothing else, because strangers may ask.</summary>
internal static class HealthEndpoints
{
    // Monitors of the larger kind ask with HEAD.
    private static readonly string[] s_methods = ["GET", "HEAD"];

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/healthz", s_methods, Alive).AllowAnonymous();
        routes.MapMethods("/readyz", s_methods, Ready).AllowAnonymous();
    }

    private static StatusCodeHttpResult Alive(Heartbeats heartbeats) =>
        TypedResults.StatusCode(heartbeats.Silent().Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);

    private static StatusCodeHttpResult Ready(Readiness readiness) =>
        TypedResults.StatusCode(readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
