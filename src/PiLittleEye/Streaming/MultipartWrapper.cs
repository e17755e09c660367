using System.Globalization;
using System.Text.Unicode;
using PiLittleEye.Frames;

namespace PiLittleEye.Streaming;

/// <summary>
/// A frame as a part of <c>multipart/x-mixed-replace</c> (RFC 2046, as Netscape used it and every camera since), and around that an
/// HTTP/1.1 chunk (RFC 9112, 7.1). The boundary that begins the next part is sent right behind this one: browsers draw a part when
/// they see its end, and would otherwise lag by one frame.
/// </summary>
internal sealed class MultipartWrapper : IFrameWrapper
{
    public const string ContentType = "multipart/x-mixed-replace;boundary=frame";

    public static readonly MultipartWrapper Instance = new();

    /// <summary>Sent once, before the first part.</summary>
    public static ReadOnlySpan<byte> Opening => "--frame\r\n"u8;

    /// <summary>Sent once, after the last part, over the boundary that has been sent already.</summary>
    public static ReadOnlySpan<byte> Closing => "\r\n--frame--\r\n"u8;

    private static ReadOnlySpan<byte> Tail => "\r\n--frame\r\n"u8;

    /// <remarks>
    /// Content-Length in every part, because Mainsail's reader requires it. X-Timestamp as mjpg-streamer and ustreamer send it, the moment
    /// of capture in seconds. No byte pair FF D8 may stand here: readers look for the JPEG by it.
    /// </remarks>
    public FrameWrapping Wrap(JpegFrame frame, Span<byte> head, Span<byte> tail)
    {
        Span<byte> part = stackalloc byte[JpegFrame.HeadRoom];
        var microseconds = (frame.CapturedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var (seconds, rest) = Math.DivRem(microseconds, 1_000_000);
        var moment = frame.CapturedAt.UtcDateTime;
        var state = frame.NoPicture?.Code ?? "live";
        Utf8.TryWrite(
            part,
            CultureInfo.InvariantCulture,
            $"Content-Type: image/jpeg\r\nContent-Length: {frame.Length}\r\nX-Timestamp: {seconds}.{rest:000000}\r\nX-Frame-Captured-At: {moment:yyyy-MM-ddTHH:mm:ss.fffZ}\r\nX-Frame-State: {state}\r\n\r\n",
            out var partLength
        );
        var chunkLength = partLength + frame.Length + Tail.Length;
        Utf8.TryWrite(head, CultureInfo.InvariantCulture, $"{chunkLength:x}\r\n", out var outerHead);
        part[..partLength].CopyTo(head[outerHead..]);
        Tail.CopyTo(tail);
        "\r\n"u8.CopyTo(tail[Tail.Length..]);
        return new FrameWrapping(outerHead, partLength, Tail.Length, OuterTail: 2);
    }

    /// <summary>A few bytes as an HTTP/1.1 chunk of their own, or bare.</summary>
    public static byte[] Chunk(ReadOnlySpan<byte> bytes, bool isFramed)
    {
        if (!isFramed)
        {
            return bytes.ToArray();
        }

        Span<byte> head = stackalloc byte[16];
        Utf8.TryWrite(head, CultureInfo.InvariantCulture, $"{bytes.Length:x}\r\n", out var length);
        return [.. head[..length], .. bytes, .. "\r\n"u8];
    }
}
