using System.Globalization;
using PiLittleEye.Native.Libc;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>
/// Finds the video nodes that are cameras. On a Raspberry Pi they are the few: codecs, the image processor, the sensor's raw side
/// and every webcam's metadata are video nodes too.
/// </summary>
internal static class V4l2Devices
{
    private const string Prefix = "video";

    // They list picture formats, but deliver only what another program feeds them with.
    private static readonly string[] ImageProcessors = ["bcm2835-isp", "pispbe"];

    /// <summary>In the order of their numbers: the ones that can be used, and those that may be usable but could not be asked.</summary>
    public static IReadOnlyList<V4l2Listing> Find(string dev = "/dev") =>
        [
            .. Directory
                .EnumerateFileSystemEntries(dev, Prefix + "*")
                .Select(node => (Node: node, Number: NumberOf(node)))
                .Where(found => found.Number is not null)
                .OrderBy(found => found.Number)
                .Select(found => Ask(found.Node, dev))
                .OfType<V4l2Listing>(),
        ];

    /// <summary>What each usable one offers.</summary>
    /// <exception cref="CameraUnavailableException">There is none; with the obstacle of the first that may be one.</exception>
    public static IReadOnlyList<CameraDescription> Describe(TimeProvider clock)
    {
        var found = Find();
        var usable = found
            .Where(listing => listing.Obstacle is null)
            .Select(listing => new V4l2Source(listing.Device, clock).Describe())
            .ToList();
        return usable.Count > 0 ? usable
            : found.Count > 0 ? throw found[0].Obstacle!
            : throw new CameraUnavailableException(CameraFault.NoDevice, "there is no /dev/video* that is a camera");
    }

    /// <summary>The device to use when none is named.</summary>
    /// <exception cref="CameraUnavailableException">There is none.</exception>
    public static string First() =>
        Find() is [var first, ..]
            ? first.Device
            : throw new CameraUnavailableException(CameraFault.NoDevice, "there is no /dev/video* that is a camera");

    /// <summary>Whether a device that captures can be used on its own.</summary>
    public static bool IsCamera(VideoDeviceIdentity identity, IReadOnlyList<V4l2Offer> offers) =>
        identity.CapturesPictures
        && !identity.NeedsMediaController
        && !ImageProcessors.Contains(identity.Driver, StringComparer.Ordinal)
        && offers.Any(offer => offer.Sizes.Any(range => V4l2Sizes.IsUsable(range)));

    private static int? NumberOf(string node) =>
        int.TryParse(Path.GetFileName(node)[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static V4l2Listing? Ask(string node, string dev)
    {
        var device = V4l2Links.StableNameOf(node, dev);
        try
        {
            using var video = VideoDevice.Open(node);
            return IsCamera(video.Identity, V4l2Offer.Of(video))
                ? new V4l2Listing(node, device, video.Identity.Card, Obstacle: null)
                : null;
        }
        catch (NativeCallException refusal)
        {
            var obstacle = V4l2Faults.Explain(refusal, node, isCapturing: false);
            return obstacle.Fault is CameraFault.NoDevice or CameraFault.WrongMode ? null : new V4l2Listing(node, device, "", obstacle);
        }
    }
}
