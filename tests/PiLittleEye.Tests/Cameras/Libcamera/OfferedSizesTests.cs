using PiLittleEye.Cameras;
using PiLittleEye.Cameras.Libcamera;
using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Cameras.Libcamera;

public sealed class OfferedSizesTests
{
    [Fact]
    public void The_usual_sizes_stand_between_the_modes_with_the_rate_of_the_fastest_mode_that_holds_them()
    {
        var offered = OfferedSizes.Of([Mode(640, 480, 100), Mode(1920, 1080, 30)]);
        Assert.Equal(new Resolution(1920, 1080), offered[0].Size);
        Assert.Contains(new CaptureSize(new Resolution(1280, 720), 30), offered);
        Assert.Contains(new CaptureSize(new Resolution(640, 480), 100), offered);
        Assert.Equal(offered.Count, offered.Select(size => size.Size).Distinct().Count());
    }

    [Fact]
    public void Nothing_larger_than_the_sensor_is_offered() =>
        Assert.All(OfferedSizes.Of([Mode(800, 600, 30)]), size => Assert.True(size.Size.Width <= 800 && size.Size.Height <= 600));

    private static RpicamMode Mode(int width, int height, double fps) =>
        new(new Resolution(width, height), fps, new Resolution(3280, 2464), 10);
}
