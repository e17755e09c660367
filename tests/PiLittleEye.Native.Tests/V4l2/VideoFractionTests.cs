using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Native.Tests.V4l2;

public sealed class VideoFractionTests
{
    [Theory]
    [InlineData(15, 1, 15)]
    [InlineData(30, 1, 30)]
    [InlineData(12.5, 2, 25)]
    [InlineData(29.97, 100, 2997)]
    [InlineData(0.5, 2, 1)]
    public void A_rate_becomes_the_shortest_fraction_of_its_interval(double rate, uint numerator, uint denominator)
    {
        var interval = VideoFraction.OfRate(rate);

        Assert.Equal(new VideoFraction(numerator, denominator), interval);
        Assert.Equal(rate, interval.PerSecond, 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.PositiveInfinity)]
    public void An_absurd_rate_still_makes_a_fraction_a_driver_can_read(double rate) => Assert.True(VideoFraction.OfRate(rate).IsKnown);

    [Fact]
    public void Zeros_are_no_rate() => Assert.Equal(0, new VideoFraction(0, 30).PerSecond);
}
