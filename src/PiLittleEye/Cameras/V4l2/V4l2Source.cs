using PiLittleEye.Native.Libc;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>A camera with a kernel driver of its own: USB webcams, HDMI grabbers, the legacy Pi camera node.</summary>
/// <param name="device">Its node, or a link to it; null is the first camera there is, looked for anew each time.</param>
/// <param name="clock">Dates the frames.</param>
internal sealed class V4l2Source(string? device, TimeProvider clock) : ICameraSource
{
    // One being filled, one filled, one being read, one to spare while the encoder is late.
    private const int Buffers = 4;

    public string Name => device is null ? CameraSources.V4l2 : $"{CameraSources.V4l2} {device}";

    public CameraDescription Describe()
    {
        var node = device ?? V4l2Devices.First();
        try
        {
            using var video = OpenCamera(node);
            var offers = V4l2Offer.Of(video);
            var sizes = V4l2Sizes.List(offers).Select(size => new CaptureSize(size, FastestAt(video, offers, size))).ToList();
            return sizes.Count > 0
                ? new CameraDescription(
                    CameraSources.V4l2,
                    V4l2Links.StableNameOf(V4l2Links.NodeOf(node)),
                    video.Identity.Card,
                    sizes,
                    V4l2Sizes.IsAnySize(offers)
                )
                : throw NothingUsable(node, video);
        }
        catch (NativeCallException refusal)
        {
            throw V4l2Faults.Explain(refusal, node, isCapturing: false);
        }
    }

    public ICapture Open(CaptureMode wanted)
    {
        var node = device ?? V4l2Devices.First();
        VideoDevice? video = null;
        try
        {
            video = OpenCamera(node);
            var choice =
                V4l2ModePolicy.Choose(
                    wanted,
                    V4l2Offer.Of(video),
                    (layout, size) => video.Intervals(layout.Format, size.Width, size.Height)
                ) ?? throw NothingUsable(node, video);
            var format = video.SetFormat(choice.Layout.Format, choice.Size.Width, choice.Size.Height);
            var reader = V4l2FrameReader.For(format) ?? throw NothingUsable(node, video, format);
            var interval = video.SetInterval(choice.Interval);
            var rate = (interval.IsKnown ? interval : choice.Interval).PerSecond;
            var capture = new V4l2Capture(video, video.Start(Buffers), reader, new CaptureMode(reader.Size, rate), node, clock);
            video = null;
            return capture;
        }
        catch (NativeCallException refusal)
        {
            throw V4l2Faults.Explain(refusal, node, isCapturing: false);
        }
        finally
        {
            video?.Dispose();
        }
    }

    private static VideoDevice OpenCamera(string node)
    {
        var video = VideoDevice.Open(node);
        if (video.Identity.CapturesPictures)
        {
            return video;
        }

        video.Dispose();
        throw new CameraUnavailableException(CameraFault.WrongMode, $"{node} ({video.Identity.Card}) does not capture pictures");
    }

    private static double FastestAt(VideoDevice video, IReadOnlyList<V4l2Offer> offers, Frames.Resolution size) =>
        offers
            .Where(offer => offer.Sizes.Any(range => range.Contains(size.Width, size.Height)))
            .Max(offer => V4l2RatePolicy.Fastest(video.Intervals(offer.Layout.Format, size.Width, size.Height)));

    private static CameraUnavailableException NothingUsable(string node, VideoDevice video, VideoFormat? agreed = null)
    {
        var what = agreed is null
            ? $"only {string.Join(", ", video.Formats().Take(8))}"
            : $"{agreed.Format} {agreed.Width}x{agreed.Height}";
        return new CameraUnavailableException(CameraFault.WrongMode, $"{node} ({video.Identity.Card}) offers {what}");
    }
}
