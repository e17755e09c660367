using PiLittleEye.Frames;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>The sizes of a device as people choose from them.</summary>
internal static class V4l2Sizes
{
    // What a device that scales to any size is offered as, besides its largest.
    private static readonly Resolution[] Common =
    [
        new(3840, 2160),
        new(2560, 1440),
        new(1920, 1080),
        new(1600, 1200),
        new(1280, 960),
        new(1280, 720),
        new(1024, 768),
        new(800, 600),
        new(640, 480),
        new(640, 360),
        new(320, 240),
    ];

    /// <summary>Each usable size once, the largest first.</summary>
    public static IReadOnlyList<Resolution> List(IEnumerable<V4l2Offer> offers) =>
        [
            .. offers
                .SelectMany(offer => offer.Sizes)
                .SelectMany(range => Of(range))
                .Where(size => size.IsUsable)
                .Distinct()
                .OrderByDescending(size => size.Pixels)
                .ThenByDescending(size => size.Width),
        ];

    /// <summary>Whether every even size up to the largest is there.</summary>
    public static bool IsAnySize(IEnumerable<V4l2Offer> offers) =>
        offers.SelectMany(offer => offer.Sizes).Any(range => !range.IsSingle && range.StepWidth <= 2 && range.StepHeight <= 2);

    public static bool IsUsable(VideoSizeRange range) => Of(range).Any(size => size.IsUsable);

    private static IEnumerable<Resolution> Of(VideoSizeRange range)
    {
        var across = new EvenSteps(range.MinWidth, Math.Min(range.MaxWidth, Resolution.Largest), range.StepWidth);
        var down = new EvenSteps(range.MinHeight, Math.Min(range.MaxHeight, Resolution.Largest), range.StepHeight);
        if (across.IsEmpty || down.IsEmpty)
        {
            return [];
        }

        var largest = new Resolution(across.NotAbove(range.MaxWidth), down.NotAbove(range.MaxHeight));
        return range.IsSingle ? [largest] : Common.Where(size => range.Contains(size.Width, size.Height)).Prepend(largest);
    }
}
