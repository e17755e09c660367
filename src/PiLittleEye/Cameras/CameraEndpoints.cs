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
        routes.MapPut("/api/v1/cameras/{id}/settings", ChangeAsync).RequireAuthorization(AccountPolicies.Administrator);
        routes.MapGet("/api/v1/cameras/{id}/modes", ModesAsync).RequireAuthorization(AccountPolicies.Watch);
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

    private static async Task<Results<Ok<CameraSettings>, ProblemHttpResult, ValidationProblem>> ChangeAsync(
        string id,
        CameraSettingsChange change,
        CameraList cameras,
        CancellationToken cancellationToken
    )
    {
        if (!cameras.TryGet(id, out var camera))
        {
            return NoSuchCamera();
        }

        // A camera that is away for the moment cannot say what it offers; then any size that can be one is taken.
        var offered = change.ChangesSize ? await TryDescribeAsync(camera, cancellationToken) : null;
        var problems = change.Problems(camera.Settings.Current, offered);
        if (problems.Count > 0)
        {
            return Problem.OfSettings(problems);
        }

        camera.Settings.Change(change.ApplyTo);
        return TypedResults.Ok(camera.Settings.Current);
    }

    private static async Task<Results<Ok<CameraModesResponse>, ProblemHttpResult>> ModesAsync(
        string id,
        CameraList cameras,
        CancellationToken cancellationToken
    )
    {
        if (!cameras.TryGet(id, out var camera))
        {
            return NoSuchCamera();
        }

        try
        {
            return TypedResults.Ok(CameraModesResponse.Of(await DescribeAsync(camera, cancellationToken)));
        }
        catch (CameraUnavailableException fault)
        {
            return Problem.Of(503, fault.Reason.Code, fault.Reason.Title, $"{fault.Reason.Explanation} {fault.Reason.Remedy}");
        }
    }

    // May start a child process and wait for it: not on a thread that serves requests.
    private static async Task<CameraDescription> DescribeAsync(Camera camera, CancellationToken cancellationToken) =>
        camera.Status.Description ??= await Task.Run(camera.Source.Describe, cancellationToken);

    private static async Task<CameraDescription?> TryDescribeAsync(Camera camera, CancellationToken cancellationToken)
    {
        try
        {
            return await DescribeAsync(camera, cancellationToken);
        }
        catch (CameraUnavailableException)
        {
            return null;
        }
    }

    private static ProblemHttpResult NoSuchCamera() =>
        Problem.Of(404, "no-such-camera", "No such camera", "GET /api/v1/cameras lists those you may see.");
}
