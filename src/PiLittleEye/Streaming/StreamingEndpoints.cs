using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Frames;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Streaming;

/// <summary>Live streams and photos, for the first camera and for each by its id.</summary>
internal static class StreamingEndpoints
{
    private static readonly string[] s_methods = ["GET", "HEAD"];

    // Slower than one frame in ten seconds is a photo now and then, not a stream.
    private const double SlowestFramesPerSecond = 0.1;
    private const double FastestFramesPerSecond = 1000;

    public static void MapStreamingEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/api/v1/video/mjpeg", s_methods, StreamFirst).RequireAuthorization(Policies.Picture).AllowHomeNetwork();
        routes.MapMethods("/api/v1/photo.jpg", s_methods, PhotoOfFirst).RequireAuthorization(Policies.Picture).AllowHomeNetwork();
        routes
            .MapMethods("/api/v1/cameras/{id}/video/mjpeg", s_methods, StreamById)
            .RequireAuthorization(Policies.Picture)
            .AllowHomeNetwork();
        routes.MapMethods("/api/v1/cameras/{id}/photo.jpg", s_methods, PhotoById).RequireAuthorization(Policies.Picture).AllowHomeNetwork();
    }

    private static Task StreamFirst(HttpContext context, FrameHubs hubs, MjpegStream stream) =>
        StreamAsync(context, First(context, hubs, Right.Watch), stream);

    private static Task StreamById(string id, HttpContext context, FrameHubs hubs, MjpegStream stream) =>
        hubs.TryGet(id, out var hub) ? StreamAsync(context, hub, stream) : NoSuchCameraAsync(context);

    private static Task PhotoOfFirst(HttpContext context, FrameHubs hubs, PhotoDesk desk, StreamTrail trail, TimeProvider clock) =>
        PhotoAsync(context, First(context, hubs, Right.Photo), desk, trail, clock);

    private static Task PhotoById(string id, HttpContext context, FrameHubs hubs, PhotoDesk desk, StreamTrail trail, TimeProvider clock) =>
        hubs.TryGet(id, out var hub) ? PhotoAsync(context, hub, desk, trail, clock) : NoSuchCameraAsync(context);

    private static async Task StreamAsync(HttpContext context, FrameHub hub, MjpegStream stream)
    {
        if (Refusal(context, hub, Right.Watch) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        var leastInterval = TimeSpan.Zero;
        if (context.Request.Query.TryGetValue("fps", out var text))
        {
            if (!QueryNumber.TryRead(text, SlowestFramesPerSecond, FastestFramesPerSecond, out var rate))
            {
                var detail = $"fps is \"{text}\"; use a number from {SlowestFramesPerSecond.ToString(CultureInfo.InvariantCulture)} on.";
                await Problem.Of(400, "wrong-rate", "That is no frame rate", detail).ExecuteAsync(context);
                return;
            }

            leastInterval = TimeSpan.FromSeconds(1 / rate);
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.ContentType = MultipartWrapper.ContentType;
            return;
        }

        if (!await stream.TryServeAsync(context, hub, leastInterval))
        {
            context.Response.Headers.RetryAfter = "30";
            await Problem
                .Of(
                    503,
                    "too-many-viewers",
                    "Too many viewers",
                    "As many as allowed are watching (Streaming:MostViewers). Try again later."
                )
                .ExecuteAsync(context);
        }
    }

    private static async Task PhotoAsync(HttpContext context, FrameHub hub, PhotoDesk desk, StreamTrail trail, TimeProvider clock)
    {
        if (Refusal(context, hub, Right.Photo) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        if (!PhotoRequest.TryRead(context.Request.Query, out var request))
        {
            var detail = $"max_age is \"{context.Request.Query["max_age"]}\"; use seconds, as max_age=0.5.";
            await Problem.Of(400, "wrong-age", "That is no age", detail).ExecuteAsync(context);
            return;
        }

        var frame = await desk.TakeAsync(hub, request, context.RequestAborted);
        try
        {
            await PhotoAnswer.SendAsync(context, frame, clock.GetUtcNow());
            trail.PhotoTaken(context, hub.CameraId);
        }
        finally
        {
            frame?.Release();
        }
    }

    // A URL that names no camera means the first of those that whoever asks may see; to others the first one gives the refusal.
    private static FrameHub First(HttpContext context, FrameHubs hubs, Right right)
    {
        var grants = context.User.Caller().Grants;
        return hubs.InOrder.FirstOrDefault(hub => grants.Allow(hub.CameraId, right))
            ?? hubs.InOrder.FirstOrDefault(hub => grants.Show(hub.CameraId))
            ?? hubs.First;
    }

    private static ProblemHttpResult? Refusal(HttpContext context, FrameHub hub, Right right)
    {
        var grants = context.User.Caller().Grants;
        return grants.Allow(hub.CameraId, right) ? null
            : grants.Show(hub.CameraId) ? Refusals.NotAllowed()
            : Refusals.NoSuchCamera();
    }

    private static Task NoSuchCameraAsync(HttpContext context) => Refusals.NoSuchCamera().ExecuteAsync(context);
}
