using PiLittleEye.PhotoReplies;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class ExposureWatchTests
{
    [Theory]
    // Four alike, and a growing light before them.
    [InlineData(new[] { 700, 705, 695, 700 }, 4)]
    [InlineData(new[] { 100, 200, 400, 700, 710, 690, 700 }, 7)]
    // Two alike are from before the sensor has followed.
    [InlineData(new[] { 100, 100, 100, 700, 700, 700, 700 }, 7)]
    // Never: the last one after a second and a half.
    [InlineData(new[] { 100, 200, 100, 200, 100, 200, 100, 200, 100, 200, 100, 200, 100, 200, 100, 200, 100, 200 }, 16)]
    public void It_is_settled_at_the_fourth_of_a_size_or_after_a_second_and_a_half(int[] lengths, int settledAt)
    {
        var watch = new ExposureWatch(TimeSpan.FromSeconds(1.5));
        var answers = lengths.Select((length, index) => watch.IsSettledBy(length, SteppingClock.Start.AddSeconds(index * 0.1))).ToList();
        Assert.Equal(settledAt - 1, answers.IndexOf(true));
    }
}
