using PiLittleEye.Frames;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>
/// Decides on format, size and rate. The size comes first, because it is what people see; then the format: a raw one that reaches the
/// rate, else a compressed one that does (USB 2 carries no raw 1080p at 30), else whatever is fastest.
/// </summary>
internal static class V4l2ModePolicy
{
    /// <param name="wanted">Size and rate.</param>
    /// <param name="offers">What the device can do.</param>
    /// <param name="intervals">Asks the device for its rates in one format and size.</param>
    /// <returns>Null when none of its sizes can be used.</returns>
    public static V4l2Choice? Choose(
        CaptureMode wanted,
        IReadOnlyList<V4l2Offer> offers,
        Func<V4l2PixelLayout, Resolution, IReadOnlyList<VideoIntervalRange>> intervals
    )
    {
        if (V4l2SizePolicy.Nearest(wanted.Size, offers.SelectMany(offer => offer.Sizes)) is not { } size)
        {
            return null;
        }

        return offers
            .Where(offer => offer.Sizes.Any(range => range.Contains(size.Width, size.Height)))
            .Select(offer => new V4l2Choice(
                offer.Layout,
                size,
                V4l2RatePolicy.Nearest(wanted.FramesPerSecond, intervals(offer.Layout, size))
            ))
            // All that reach the rate are fast enough alike; which of them is preferred then decides.
            .OrderByDescending(choice =>
                V4l2RatePolicy.Reaches(choice.Interval, wanted.FramesPerSecond) ? double.MaxValue : choice.Interval.PerSecond
            )
            .ThenBy(choice => choice.Layout.Rank)
            .First();
    }
}
