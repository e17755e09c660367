using System.Globalization;
using Microsoft.Net.Http.Headers;
using PiLittleEye.Frames;
using PiLittleEye.Problems;

namespace PiLittleEye.Streaming;

/// <summary>A frame, or the reason why there is none, as an HTTP response.</summary>
internal static class PhotoAnswer
{
    public static async Task SendAsync(HttpContext context, JpegFrame? frame, DateTimeOffset now)
    {
        if (frame is null)
        {
            await Problem
                .Of(
                    503,
                    "no-frames",
                    "No picture in time",
                    "The camera sent nothing for ten seconds. Try again; see its status for the reason."
                )
                .ExecuteAsync(context);
        }
        else if (frame.IsLive)
        {
            await SendPictureAsync(context, frame, now);
        }
        else
        {
            await SendReasonAsync(context, frame, frame.NoPicture!);
        }
    }

    private static async Task SendPictureAsync(HttpContext context, JpegFrame frame, DateTimeOffset now)
    {
        var headers = context.Response.GetTypedHeaders();
        var tag = new EntityTagHeaderValue(string.Create(CultureInfo.InvariantCulture, $"\"{frame.CapturedAt.UtcTicks:x}\""));
        headers.ETag = tag;
        headers.LastModified = frame.CapturedAt;
        // May be kept, must be asked about: 304 saves a phone the bytes when nothing is newer.
        context.Response.Headers.CacheControl = "private, no-cache";
        var age = Math.Max(0, (now - frame.CapturedAt).TotalSeconds);
        context.Response.Headers.Age = ((int)age).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["X-Frame-Captured-At"] = frame.CapturedAt.UtcDateTime.ToString(
            "yyyy-MM-ddTHH:mm:ss.fffZ",
            CultureInfo.InvariantCulture
        );
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await SendJpegAsync(context, frame);
    }

    private static Task SendReasonAsync(HttpContext context, JpegFrame card, NoPicture reason)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Camera-Reason"] = reason.Code;
        // An <img> cannot show JSON, and shows the picture of an error; programs get the error itself.
        if (context.Request.Headers.Accept.ToString().Contains("image/", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return SendJpegAsync(context, card);
        }

        return Problem.Of(503, reason.Code, reason.Title, $"{reason.Explanation} {reason.Remedy}").ExecuteAsync(context);
    }

    private static async Task SendJpegAsync(HttpContext context, JpegFrame frame)
    {
        context.Response.ContentType = "image/jpeg";
        context.Response.ContentLength = frame.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(frame.Jpeg, context.RequestAborted);
        }
    }
}
