using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>One pixel format that a device offers and we read, with the sizes it comes in.</summary>
internal sealed record V4l2Offer(V4l2PixelLayout Layout, IReadOnlyList<VideoSizeRange> Sizes)
{
    public static IReadOnlyList<V4l2Offer> Of(VideoDevice device)
    {
        var offers = new List<V4l2Offer>();
        foreach (var format in device.Formats())
        {
            if (V4l2PixelLayout.Of(format) is not { } layout || offers.Exists(offer => offer.Layout == layout))
            {
                continue;
            }

            var sizes = device.Sizes(format);
            if (sizes.Count == 0)
            {
                // A driver of a fixed sensor or a video grabber: the size it is set to is the one it has.
                var current = device.CurrentFormat();
                sizes = [VideoSizeRange.Single(current.Width, current.Height)];
            }

            offers.Add(new V4l2Offer(layout, sizes));
        }

        return offers;
    }
}
