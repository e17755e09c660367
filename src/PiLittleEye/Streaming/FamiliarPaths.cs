using System.Globalization;
using PiLittleEye.Frames;

namespace PiLittleEye.Streaming;

/// <summary>
/// The URLs that other streamers made familiar (mjpg-streamer, ustreamer, camera-streamer, the OctoPi and Mainsail set-ups, go2rtc,
/// PrusaLink), taken to ours before routing, so that rights and answers are the same. Other query keys belong to the client (cache
/// busters) and are left alone.
/// </summary>
internal static class FamiliarPaths
{
    /// <summary>Our path for a familiar one, or null when it is none of them.</summary>
    public static string? Translate(string path, IQueryCollection query, FrameHubs hubs)
    {
        var (picture, place) = path switch
        {
            "/api/stream.mjpeg" => (Picture.Stream, BySource(query, hubs)),
            "/api/frame.jpeg" => (Picture.Photo, BySource(query, hubs)),
            _ when path.StartsWith(PrusaLink, StringComparison.Ordinal) => (Picture.Photo, ByPrusaLink(path, hubs)),
            _ => ByNumber(path, query, hubs),
        };
        return (picture, place) switch
        {
            (Picture.Stream, not null) => $"{place}/video/mjpeg",
            (Picture.Photo, not null) => $"{place}/photo.jpg",
            _ => null,
        };
    }

    // Which camera is the first depends on who asks, and that is not known yet.
    private const string First = "/api/v1";
    private const int NoNumber = -1;

    private static string PlaceOf(FrameHub hub) => $"/api/v1/cameras/{hub.CameraId}";

    // go2rtc: ?src=NAME.
    private static string? BySource(IQueryCollection query, FrameHubs hubs) =>
        !query.TryGetValue("src", out var source) ? First
        : source is [{ } id] && hubs.TryGet(id, out var hub) ? PlaceOf(hub)
        : null;

    private const string PrusaLink = "/api/v1/cameras/";

    // PrusaLink: cameras/snap and cameras/ID/snap, beside our own routes.
    private static string? ByPrusaLink(string path, FrameHubs hubs)
    {
        const string snap = "/snap";
        var rest = path[PrusaLink.Length..];
        return rest == snap[1..] ? First
            : rest.EndsWith(snap, StringComparison.Ordinal) && hubs.TryGet(rest[..^snap.Length], out var hub) ? PlaceOf(hub)
            : null;
    }

    private static (Picture, string?) ByNumber(string path, IQueryCollection query, FrameHubs hubs)
    {
        var (index, rest) = SplitCamera(path);
        var picture = rest switch
        {
            "/" or "" => WantedByAction(query, ref index),
            "/stream" or "/stream.mjpg" or "/stream.mjpeg" => Picture.Stream,
            "/snapshot" or "/snapshot.jpg" or "/snapshot.jpeg" => Picture.Photo,
            _ => WantedByName(rest, ref index),
        };
        return (
            picture,
            index == NoNumber ? First
            : index < hubs.InOrder.Count ? PlaceOf(hubs.InOrder[index])
            : null
        );
    }

    // OctoPi names its cameras /webcam, /webcam2, /webcam3 …; a plain path is the first one may see.
    private static (int Index, string Remainder) SplitCamera(string path)
    {
        const string prefix = "/webcam";
        if (!path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            return (NoNumber, path);
        }

        var slash = path.IndexOf('/', prefix.Length);
        var number = slash < 0 ? path[prefix.Length..] : path[prefix.Length..slash];
        var rest = slash < 0 ? "/" : path[slash..];
        return (number.Length == 0 ? NoNumber : FromOne(number), rest);
    }

    // mjpg-streamer: action=stream, action=stream_0, action=snapshot_1; the number counts its inputs from nought.
    private static Picture WantedByAction(IQueryCollection query, ref int index)
    {
        if (!query.TryGetValue("action", out var values) || values is not [{ } action])
        {
            return Picture.None;
        }

        var underscore = action.IndexOf('_', StringComparison.Ordinal);
        if (underscore >= 0)
        {
            if (!int.TryParse(action.AsSpan(underscore + 1), NumberStyles.None, CultureInfo.InvariantCulture, out index))
            {
                return Picture.None;
            }

            action = action[..underscore];
        }

        return action switch
        {
            "stream" => Picture.Stream,
            "snapshot" => Picture.Photo,
            _ => Picture.None,
        };
    }

    // mjpg-streamer's other form: /cam_1.mjpg, /cam_2.jpg.
    private static Picture WantedByName(string name, ref int index)
    {
        const string prefix = "/cam_";
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < prefix.Length || !name.StartsWith(prefix, StringComparison.Ordinal))
        {
            return Picture.None;
        }

        index = FromOne(name[prefix.Length..dot]);
        return name[dot..] switch
        {
            ".mjpg" => Picture.Stream,
            ".jpg" => Picture.Photo,
            _ => Picture.None,
        };
    }

    /// <returns>Counted from nought; beyond every camera when it is no number.</returns>
    private static int FromOne(string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 ? count - 1 : int.MaxValue;

    private enum Picture
    {
        None,
        Stream,
        Photo,
    }
}
