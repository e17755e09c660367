using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>Which of the frame rates a device offers comes nearest to the one wanted.</summary>
internal static class V4l2RatePolicy
{
    // 29.97 is as good as 30.
    private const double Tolerance = 0.99;

    /// <summary>The slowest that is not slower than wanted, else the fastest; the rate wanted itself when the device does not tell.</summary>
    public static VideoFraction Nearest(double wanted, IReadOnlyList<VideoIntervalRange> offered)
    {
        var candidates = offered.Select(range => Candidate(wanted, range)).Where(interval => interval.IsKnown).ToList();
        if (candidates.Count == 0)
        {
            return VideoFraction.OfRate(wanted);
        }

        var fastEnough = candidates.Where(interval => Reaches(interval, wanted)).ToList();
        return fastEnough.Count > 0 ? fastEnough.MinBy(interval => interval.PerSecond) : candidates.MaxBy(interval => interval.PerSecond);
    }

    public static bool Reaches(VideoFraction interval, double wanted) => interval.PerSecond >= wanted * Tolerance;

    /// <summary>Zero when the device does not tell.</summary>
    public static double Fastest(IReadOnlyList<VideoIntervalRange> offered) =>
        offered.Count == 0 ? 0 : offered.Max(range => range.Shortest.PerSecond);

    private static VideoFraction Candidate(double wanted, VideoIntervalRange range)
    {
        if (range.Shortest == range.Longest || range.Shortest.PerSecond <= wanted)
        {
            return range.Shortest;
        }

        // Within a range the wanted rate is asked for as it is; a driver with steps takes it to the nearest.
        return range.Longest.PerSecond >= wanted ? range.Longest : VideoFraction.OfRate(wanted);
    }
}
