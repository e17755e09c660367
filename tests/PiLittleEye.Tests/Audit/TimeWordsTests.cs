using PiLittleEye.Audit;

namespace PiLittleEye.Tests.Audit;

public sealed class TimeWordsTests
{
    [Theory]
    [InlineData(-5, "less than a second")]
    [InlineData(0.4, "less than a second")]
    [InlineData(1, "1 second")]
    [InlineData(12.3, "12 seconds")]
    [InlineData(59.7, "1 minute")]
    [InlineData(61, "1 minute 1 second")]
    [InlineData(600, "10 minutes")]
    [InlineData(3_605, "1 hour")]
    [InlineData(7_500, "2 hours 5 minutes")]
    [InlineData(7 * 86_400, "7 days")]
    [InlineData(90_000, "1 day 1 hour")]
    public void A_length_of_time_is_said_as_people_do(double seconds, string words) =>
        Assert.Equal(words, TimeWords.Of(TimeSpan.FromSeconds(seconds)));
}
