using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Audit;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Cameras;

/// <summary>Which cameras there are, how they are, what they offer, and what the owner chose.</summary>
internal static class CameraEndpoints
{
    public static void MapCameraEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/cameras", List).RequireAuthorization(Policies.Caller).AllowHomeNetwork();
        routes.MapGet("/api/v1/cameras/{id}/status", Status).RequireAuthorization(Policies.Caller).AllowHomeNetwork();
        routes.MapGet("/api/v1/cameras/{id}/settings", Settings).RequireAuthorization(Policies.Caller);
        routes.MapPut("/api/v1/cameras/{id}/settings", ChangeAsync).RequireAuthorization(Policies.Caller);
        routes.MapGet("/api/v1/cameras/{id}/modes", Modes).RequireAuthorization(Policies.Caller);
    }

    private static Ok<IReadOnlyList<CameraListItem>> List(CameraList cameras, ClaimsPrincipal user) =>
        TypedResults.Ok<IReadOnlyList<CameraListItem>>([
            .. cameras
                .InOrder.Where(camera => user.Caller().Grants.Show(camera.Id))
                .Select(camera => new CameraListItem(
                    camera.Id,
                    camera.Name,
                    camera.Source.Name,
                    SettingWords.Of(camera.Status.State),
                    camera.Status.State == CameraState.Unavailable ? camera.Status.Reason?.Code : null
                )),
        ]);

    private static Results<Ok<CameraStatusResponse>, ProblemHttpResult> Status(
        string id,
        ClaimsPrincipal user,
        CameraList cameras,
        TimeProvider clock
    ) =>
        IsShown(id, user, cameras, out var camera)
            ? TypedResults.Ok(CameraStatusResponse.Of(camera, clock.GetUtcNow()))
            : Refusals.NoSuchCamera();

    private static Results<Ok<CameraSettings>, ProblemHttpResult> Settings(string id, ClaimsPrincipal user, CameraList cameras) =>
        IsShown(id, user, cameras, out var camera) ? TypedResults.Ok(camera.Settings.Current) : Refusals.NoSuchCamera();

    private static async Task<Results<Ok<CameraSettings>, ProblemHttpResult, ValidationProblem>> ChangeAsync(
        string id,
        JsonBody<CameraSettingsChange> change,
        HttpContext context,
        CameraList cameras,
        AuditLog log
    )
    {
        if (!IsShown(id, context.User, cameras, out var camera))
        {
            return Refusals.NoSuchCamera();
        }

        if (!context.User.Caller().Grants.Allow(id, Right.Settings))
        {
            return Refusals.NotAllowed();
        }

        // A camera that is away for the moment cannot say what it offers; then any size that can be one is taken.
        var problems = change.Value.Problems(camera.Settings.Current, camera.Status.Description);
        if (problems.Count > 0)
        {
            return Problem.OfSettings(problems);
        }

        var (before, after) = camera.Settings.Change(change.Value.ApplyTo);
        if (SettingsDifference.Of(before, after) is { Length: > 0 } difference)
        {
            await log.SaveAsync(AuditEntry.By(context, "settings-changed", $"{camera.Name}: {difference}.") with { Camera = camera.Id });
        }

        return TypedResults.Ok(after);
    }

    private static Results<Ok<CameraModesResponse>, ProblemHttpResult> Modes(string id, ClaimsPrincipal user, CameraList cameras)
    {
        if (!IsShown(id, user, cameras, out var camera))
        {
            return Refusals.NoSuchCamera();
        }

        if (camera.Status.Description is { } description)
        {
            return TypedResults.Ok(CameraModesResponse.Of(description));
        }

        var reason = camera.Status.Reason ?? CameraFaultTexts.Explain(CameraFault.NoDevice);
        return Problem.Of(503, reason.Code, reason.Title, $"{reason.Explanation} {reason.Remedy}");
    }

    // Whoever has no right on a camera does not learn that it exists.
    private static bool IsShown(string id, ClaimsPrincipal user, CameraList cameras, [NotNullWhen(true)] out Camera? camera) =>
        cameras.TryGet(id, out camera) && user.Caller().Grants.Show(camera.Id);
}
