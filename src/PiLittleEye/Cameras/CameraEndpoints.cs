using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Accounts;
using PiLittleEye.Problems;

namespace PiLittleEye.Cameras;

/// <summary>Which cameras there are, how they are, what they offer, and what the owner chose.</summary>
internal static class CameraEndpoints
{
    public static void MapCameraEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/cameras", List).RequireAuthorization(AccountPolicies.Watch);
        routes.MapGet("/api/v1/cameras/{id}/status", Status).RequireAuthorization(AccountPolicies.Watch);
        routes.MapGet("/api/v1/cameras/{id}/settings", Settings).RequireAuthorization(AccountPolicies.Watch);
        routes.MapPut("/api/v1/cameras/{id}/settings", Change).RequireAuthorization(AccountPolicies.Administrator);
        routes.MapGet("/api/v1/cameras/{id}/modes", Modes).RequireAuthorization(AccountPolicies.Watch);
    }

    private static Ok<IReadOnlyList<CameraListItem>> List(CameraList cameras) =>
        TypedResults.Ok<IReadOnlyList<CameraListItem>>([
            .. cameras.InOrder.Select(camera => new CameraListItem(
                camera.Id,
                camera.Name,
                camera.Source.Name,
                SettingWords.Of(camera.Status.State),
                camera.Status.State == CameraState.Unavailable ? camera.Status.Reason?.Code : null
            )),
        ]);

    private static Results<Ok<CameraStatusResponse>, ProblemHttpResult> Status(string id, CameraList cameras) =>
        cameras.TryGet(id, out var camera) ? TypedResults.Ok(CameraStatusResponse.Of(camera)) : NoSuchCamera();

    private static Results<Ok<CameraSettings>, ProblemHttpResult> Settings(string id, CameraList cameras) =>
        cameras.TryGet(id, out var camera) ? TypedResults.Ok(camera.Settings.Current) : NoSuchCamera();

    private static Results<Ok<CameraSettings>, ProblemHttpResult, ValidationProblem> Change(
        string id,
        CameraSettingsChange change,
        CameraList cameras
    )
    {
        if (!cameras.TryGet(id, out var camera))
        {
            return NoSuchCamera();
        }

        // A camera that is away for the moment cannot say what it offers; then any size that can be one is taken.
        var problems = change.Problems(camera.Settings.Current, camera.Status.Description);
        if (problems.Count > 0)
        {
            return Problem.OfSettings(problems);
        }

        camera.Settings.Change(change.ApplyTo);
        return TypedResults.Ok(camera.Settings.Current);
    }

    private static Results<Ok<CameraModesResponse>, ProblemHttpResult> Modes(string id, CameraList cameras)
    {
        if (!cameras.TryGet(id, out var camera))
        {
            return NoSuchCamera();
        }

        if (camera.Status.Description is { } description)
        {
            return TypedResults.Ok(CameraModesResponse.Of(description));
        }

        var reason = camera.Status.Reason ?? CameraFaultTexts.Explain(CameraFault.NoDevice);
        return Problem.Of(503, reason.Code, reason.Title, $"{reason.Explanation} {reason.Remedy}");
    }

    private static ProblemHttpResult NoSuchCamera() =>
        Problem.Of(404, "no-such-camera", "No such camera", "GET /api/v1/cameras lists those you may see.");
}
