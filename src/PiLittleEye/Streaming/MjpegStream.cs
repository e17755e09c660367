using PiLittleEye.Audit;
using PiLittleEye.Frames;
using PiLittleEye.Rights;

namespace PiLittleEye.Streaming;

/// <summary>
/// Sends one viewer the newest frame for as long as it takes them. There is no queue: while a write waits, frames are skipped; so a slow
/// viewer costs one pinned frame and nobody else any time.
/// </summary>
internal sealed class MjpegStream(
    Viewers viewers,
    Standing standing,
    GoodbyeCard goodbye,
    StreamTrail trail,
    TimeProvider clock,
    ILogger<MjpegStream> logger
)
{
    /// <returns>False when no more viewers are allowed; nothing has been sent then.</returns>
    public async Task<bool> TryServeAsync(HttpContext context, FrameHub hub, TimeSpan leastInterval)
    {
        var caller = context.User.Caller();
        using var viewer = hub.Join(isStream: true, leastInterval);
        var connection = new StreamConnection(viewer, caller, hub.CameraId, context.Abort, clock)
        {
            Address = AddressText.Of(context.Connection.RemoteIpAddress),
        };
        if (!viewers.TryAdd(connection))
        {
            return false;
        }

        var opened = trail.Opened(context, hub.CameraId);
        try
        {
            if (!standing.MayStill(caller, hub.CameraId, Right.Watch))
            {
                // Ended between the check at the door and here, so that its end has missed this stream.
                connection.Finish(StreamEnd.SignedOut);
            }

            using var left = context.RequestAborted.UnsafeRegister(
                static state => ((StreamConnection)state!).Finish(StreamEnd.ViewerLeft),
                connection
            );
            PrepareHeaders(context.Response);
            await SendAsync(context, viewer, connection);
        }
        catch (Exception gone)
            when (gone is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The network went away in the middle of a write; TLS says so in several ways.
            connection.Finish(StreamEnd.ViewerLeft);
        }
        finally
        {
            viewers.Remove(connection);
            trail.Ended(opened, connection);
            logger.StreamEnded(hub.CameraId, connection.End);
        }

        return true;
    }

    private async Task SendAsync(HttpContext context, FrameViewer viewer, StreamConnection connection)
    {
        var writer = await StreamWriter.StartAsync(context, context.RequestAborted);
        await writer.WriteAsync(MultipartWrapper.Opening);
        var size = new Resolution(1280, 720);
        while (await viewer.NextAsync() is { } frame)
        {
            try
            {
                connection.WriteBegins();
                size = frame.Size;
                await writer.WriteAsync(frame);
                connection.WriteEnds();
            }
            finally
            {
                frame.Release();
            }
        }

        if (connection.End is StreamEnd.SignedOut or StreamEnd.SentAway or StreamEnd.Stopping)
        {
            // Drawn before the viewer's time to take it runs: on a slow board the first card takes a second by itself.
            var card = goodbye.Make(connection.End, size);
            connection.WriteBegins();
            try
            {
                await writer.WriteAsync(card);
                await writer.WriteAsync(MultipartWrapper.Closing);
            }
            finally
            {
                card.Release();
            }
        }
    }

    private static void PrepareHeaders(HttpResponse response)
    {
        response.ContentType = MultipartWrapper.ContentType;
        // Frames go past the server's own writer, so the connection must not be used for another answer.
        response.Headers.Connection = "close";
        response.Headers.CacheControl = "no-store, no-cache, must-revalidate, private";
        response.Headers.Pragma = "no-cache";
        // nginx in front must not collect frames.
        response.Headers["X-Accel-Buffering"] = "no";
    }
}
