using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Native.Tests.V4l2;

public sealed class VideoSizeRangeTests
{
    [Theory]
    [InlineData(640, 480, true)]
    [InlineData(656, 488, true)]
    [InlineData(650, 480, false)]
    [InlineData(640, 484, false)]
    [InlineData(32, 480, false)]
    [InlineData(640, 2000, false)]
    public void A_range_holds_the_sizes_that_its_steps_reach(int width, int height, bool inside) =>
        Assert.Equal(inside, new VideoSizeRange(64, 1920, 16, 64, 1080, 8).Contains(width, height));

    [Fact]
    public void A_step_of_zero_is_taken_as_one() => Assert.True(new VideoSizeRange(64, 1920, 0, 64, 1080, 0).Contains(641, 479));
}
