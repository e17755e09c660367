using PiLittleEye.Cameras.V4l2;

namespace PiLittleEye.Tests.Cameras.V4l2;

public sealed class CaptureMomentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan SinceBoot = TimeSpan.FromSeconds(5000);

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(9_999)]
    public void A_stamp_on_our_clock_is_as_old_as_it_says(int milliseconds)
    {
        var age = TimeSpan.FromMilliseconds(milliseconds);

        Assert.Equal(Now - age, CaptureMoment.Of(SinceBoot - age, new StoppedClock()));
    }

    [Theory]
    [InlineData(-30)] // one frame ahead: drivers that stamp the end of a frame by its start
    [InlineData(10_001)]
    [InlineData(4_000_000)] // zero, or counted from another beginning
    [InlineData(-1_800_000_000_000)] // the time of day
    public void A_stamp_that_cannot_be_true_means_now(long milliseconds) =>
        Assert.Equal(Now, CaptureMoment.Of(SinceBoot - TimeSpan.FromMilliseconds(milliseconds), new StoppedClock()));

    [Fact]
    public void No_stamp_means_now() => Assert.Equal(Now, CaptureMoment.Of(null, new StoppedClock()));

    [Fact]
    public void The_system_clock_counts_its_timestamps_since_boot_as_the_kernel_does()
    {
        var uptime = File.ReadAllText("/proc/uptime").Split(' ')[0];
        var seconds = double.Parse(uptime, System.Globalization.CultureInfo.InvariantCulture);

        // Uptime also counts time asleep, which servers and cameras do not spend.
        Assert.InRange(TimeProvider.System.GetElapsedTime(0).TotalSeconds, 0, seconds + 5);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override long TimestampFrequency => 1_000_000_000;

        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => (long)SinceBoot.TotalNanoseconds;
    }
}
