namespace PiLittleEye.Cameras.V4l2;

/// <summary>The names that udev gives to a video node: /dev/video0 is whoever came first, the links mean one camera.</summary>
internal static class V4l2Links
{
    /// <summary>The node behind a path that may be a link.</summary>
    public static string NodeOf(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            return path;
        }
    }

    /// <summary>
    /// The link that still means this camera after a restart: by its serial number, else by its plug, since two cameras of one
    /// model may share a serial number and only one of them then has the link. The node itself where there are none.
    /// </summary>
    public static string StableNameOf(string node, string dev = "/dev") =>
        LinkTo(node, Path.Combine(dev, "v4l", "by-id")) ?? LinkTo(node, Path.Combine(dev, "v4l", "by-path")) ?? node;

    private static string? LinkTo(string node, string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFileSystemEntries(folder)
                .Order(StringComparer.Ordinal)
                .FirstOrDefault(link => string.Equals(NodeOf(link), node, StringComparison.Ordinal))
            : null;
}
