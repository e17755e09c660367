using PiLittleEye.Cameras.V4l2;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Tests.Cameras.V4l2;

public sealed class V4l2RatePolicyTests
{
    [Theory]
    [InlineData("30 25 20 15 10 5", 15, 15)]
    [InlineData("30 25 20 10 5", 15, 20)] // the slowest that is not slower
    [InlineData("5 10 30", 12, 30)]
    [InlineData("10 5", 15, 10)] // else the fastest
    [InlineData("29.97 14.985", 30, 29.97)] // television's 30 is 30
    [InlineData("14.985 29.97", 15, 14.985)]
    [InlineData("14 30", 15, 30)] // 14 is not 15
    [InlineData("120", 1, 120)]
    public void Among_single_rates(string offered, double wanted, double expected) =>
        Assert.Equal(expected, V4l2RatePolicy.Nearest(wanted, [.. offered.Split(' ').Select(Single)]).PerSecond, 2);

    [Theory]
    [InlineData(15, 15)]
    [InlineData(12.5, 12.5)]
    [InlineData(90, 60)]
    [InlineData(0.5, 1)]
    public void Within_a_range(double wanted, double expected)
    {
        var range = new VideoIntervalRange(new VideoFraction(1, 60), new VideoFraction(1, 1), default);

        Assert.Equal(expected, V4l2RatePolicy.Nearest(wanted, [range]).PerSecond, 3);
    }

    [Fact]
    public void A_device_that_does_not_tell_is_asked_for_the_rate_wanted()
    {
        Assert.Equal(15, V4l2RatePolicy.Nearest(15, []).PerSecond);
        Assert.Equal(15, V4l2RatePolicy.Nearest(15, [VideoIntervalRange.Single(default)]).PerSecond);
    }

    [Fact]
    public void The_fastest_of_a_device_is_that_of_its_shortest_interval_and_zero_when_it_does_not_tell()
    {
        Assert.Equal(30, V4l2RatePolicy.Fastest([Single("15"), Single("30"), Single("10")]), 3);
        Assert.Equal(60, V4l2RatePolicy.Fastest([new VideoIntervalRange(new VideoFraction(1, 60), new VideoFraction(1, 1), default)]), 3);
        Assert.Equal(0, V4l2RatePolicy.Fastest([]));
    }

    private static VideoIntervalRange Single(string rate) =>
        VideoIntervalRange.Single(VideoFraction.OfRate(double.Parse(rate, System.Globalization.CultureInfo.InvariantCulture)));
}
