using PiLittleEye.Frames;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>Which of the sizes a device offers comes nearest to the one wanted.</summary>
internal static class V4l2SizePolicy
{
    // A still-photo size in place of a small picture would take the bus, the processor and the rate with it.
    private const int MostTimesThePixels = 4;

    // 1366x768 passes for 16:9, 4:3 does not.
    private const double SameAspect = 0.02;

    /// <summary>
    /// The size itself; else the smallest that is not smaller, of the same aspect if there is one; else the nearest.
    /// Null when none of the sizes can be used at all.
    /// </summary>
    public static Resolution? Nearest(Resolution wanted, IEnumerable<VideoSizeRange> offered)
    {
        var candidates = offered.SelectMany(range => Candidates(range, wanted)).Where(size => size.IsUsable).Distinct().ToList();
        return candidates.Count == 0
            ? null
            : candidates
                .OrderBy(size => Class(size, wanted))
                .ThenBy(size => Distance(size, wanted))
                .ThenByDescending(size => size.Pixels)
                .First();
    }

    // The lower the better.
    private static int Class(Resolution size, Resolution wanted)
    {
        var isNotSmaller =
            size.Width >= wanted.Width && size.Height >= wanted.Height && size.Pixels <= (long)wanted.Pixels * MostTimesThePixels;
        var aspect = (double)size.Width * wanted.Height / ((double)size.Height * wanted.Width);
        return (size == wanted, isNotSmaller, Math.Abs(aspect - 1) <= SameAspect) switch
        {
            (true, _, _) => 0,
            (_, true, true) => 1,
            (_, true, false) => 2,
            _ => 3,
        };
    }

    private static double Distance(Resolution size, Resolution wanted) =>
        Math.Abs(Math.Log((double)size.Width / wanted.Width)) + Math.Abs(Math.Log((double)size.Height / wanted.Height));

    private static IEnumerable<Resolution> Candidates(VideoSizeRange range, Resolution wanted)
    {
        if (range.IsSingle)
        {
            return [new Resolution(range.MaxWidth, range.MaxHeight)];
        }

        var across = new EvenSteps(range.MinWidth, range.MaxWidth, range.StepWidth);
        var down = new EvenSteps(range.MinHeight, range.MaxHeight, range.StepHeight);
        if (across.IsEmpty || down.IsEmpty)
        {
            return [];
        }

        // Too large a wish is scaled down to fit, too small a one up; in between it is met, or missed by a step.
        var fit = Math.Min((double)range.MaxWidth / wanted.Width, (double)range.MaxHeight / wanted.Height);
        var reach = Math.Max(1, Math.Max((double)range.MinWidth / wanted.Width, (double)range.MinHeight / wanted.Height));
        return fit < 1
            ? [new Resolution(across.NotAbove(wanted.Width * fit), down.NotAbove(wanted.Height * fit))]
            : [new Resolution(across.NotBelow(wanted.Width * reach), down.NotBelow(wanted.Height * reach))];
    }
}
