using PiLittleEye.Cameras;

namespace PiLittleEye.Tests.Cameras;

public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 5)]
    [InlineData(6, 5)]
    [InlineData(1_000_000, 5)]
    public void It_waits_longer_after_each_failure_and_never_more_than_five_seconds(int failures, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RetryPolicy.DelayAfter(failures));
}
