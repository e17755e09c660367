using System.Globalization;
using PiLittleEye.Frames;

namespace PiLittleEye.Streaming;

/// <summary>
/// The URLs that other streamers made familiar (mjpg-streamer, ustreamer, camera-streamer, the OctoPi and Mainsail set-ups, go2rtc), taken to
/// ours before routing, so that rights and answers are the same. Other query keys belong to the client (cache busters) and are left alone.
/// </summary>
internal static class FamiliarPaths
{
    /// <summary>Our path for a familiar one, or null when it is none of them.</summary>
    public static string? Translate(string path, IQueryCollection query, FrameHubs hubs)
    {
        var (index, rest) = SplitCamera(path);
        if (index >= hubs.InOrder.Count)
        {
            return null;
        }

        var wanted = rest switch
        {
            "/" or "" => WantedByAction(query, ref index),
            "/stream" or "/stream.mjpg" or "/stream.mjpeg" => Picture.Stream,
            "/snapshot" or "/snapshot.jpg" or "/snapshot.jpeg" => Picture.Photo,
            _ => Picture.None,
        };
        if (wanted == Picture.None || index >= hubs.InOrder.Count)
        {
            return null;
        }

        var camera = $"/api/v1/cameras/{hubs.InOrder[index].CameraId}";
        return wanted == Picture.Stream ? $"{camera}/video/mjpeg" : $"{camera}/photo.jpg";
    }

    // OctoPi names its cameras /webcam, /webcam2, /webcam3 …; a plain path is the first.
    private static (int Index, string Remainder) SplitCamera(string path)
    {
        const string prefix = "/webcam";
        if (!path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            return (0, path);
        }

        var slash = path.IndexOf('/', prefix.Length);
        var number = slash < 0 ? path[prefix.Length..] : path[prefix.Length..slash];
        var rest = slash < 0 ? "/" : path[slash..];
        if (number.Length == 0)
        {
            return (0, rest);
        }

        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index >= 1
            ? (index - 1, rest)
            : (int.MaxValue, rest);
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

    private enum Picture
    {
        None,
        Stream,
        Photo,
    }
}
