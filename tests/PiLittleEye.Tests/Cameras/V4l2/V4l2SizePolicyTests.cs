using PiLittleEye.Cameras.V4l2;
using PiLittleEye.Frames;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Tests.Cameras.V4l2;

public sealed class V4l2SizePolicyTests
{
    private const string Webcam = "1920x1080 1600x896 1280x720 1024x576 960x720 800x600 640x480 640x360 352x288 320x240 176x144 160x120";

    [Theory]
    [InlineData(Webcam, "1280x720", "1280x720")] // itself
    [InlineData(Webcam, "1280x960", "1920x1080")] // the only one that is not smaller
    [InlineData(Webcam, "1000x562", "1024x576")] // larger, 16:9
    [InlineData(Webcam, "700x500", "800x600")] // larger, any aspect
    [InlineData(Webcam, "300x225", "320x240")]
    [InlineData(Webcam, "1366x768", "1600x896")] // nearly 16:9 still is
    [InlineData(Webcam, "3840x2160", "1920x1080")] // the largest there is
    [InlineData(Webcam, "64x64", "160x120")] // the smallest there is
    [InlineData("2592x1944 640x480", "1280x720", "640x480")] // 5.5 times the pixels is no stand-in for 720p
    [InlineData("1920x1080 640x480", "1280x720", "1920x1080")] // 2.25 times is
    [InlineData("1280x960 1920x1080", "1280x720", "1920x1080")] // the aspect matters more than a few pixels
    [InlineData("1280x960 640x480", "1280x720", "1280x960")]
    [InlineData("640x480 640x480", "640x480", "640x480")]
    [InlineData("641x481 640x478", "640x480", "640x478")] // odd ones cannot be used
    [InlineData("48x48 62x64 640x480", "64x64", "640x480")] // nor too small ones
    public void Among_single_sizes(string offered, string wanted, string expected) =>
        Assert.Equal(Parse(expected), V4l2SizePolicy.Nearest(Parse(wanted), offered.Split(' ').Select(Single)));

    [Theory]
    [InlineData("1280x720", "1280x720")]
    [InlineData("1000x500", "1000x500")]
    [InlineData("999x501", "1000x502")] // the next even one
    [InlineData("4000x3000", "2592x1944")]
    [InlineData("3840x2160", "2592x1458")] // scaled to fit, aspect kept
    [InlineData("2000x4000", "972x1944")]
    [InlineData("100x40", "160x64")] // scaled up to what can be used, aspect kept
    public void Within_a_range_that_scales_freely(string wanted, string expected) =>
        Assert.Equal(Parse(expected), V4l2SizePolicy.Nearest(Parse(wanted), [new VideoSizeRange(64, 2592, 2, 64, 1944, 2)]));

    [Theory]
    [InlineData("640x480", "640x480")]
    [InlineData("650x470", "656x472")] // the next step that is not smaller
    [InlineData("1280x720", "1280x720")]
    [InlineData("1000x562", "1008x568")]
    public void Within_a_range_that_scales_in_steps(string wanted, string expected) =>
        Assert.Equal(Parse(expected), V4l2SizePolicy.Nearest(Parse(wanted), [new VideoSizeRange(64, 1920, 16, 64, 1080, 8)]));

    [Fact]
    public void A_range_that_steps_over_all_even_numbers_offers_nothing() =>
        Assert.Null(V4l2SizePolicy.Nearest(new Resolution(640, 480), [new VideoSizeRange(65, 1921, 2, 65, 1081, 2)]));

    [Fact]
    public void No_sizes_make_no_choice() => Assert.Null(V4l2SizePolicy.Nearest(new Resolution(640, 480), []));

    [Fact]
    public void A_range_from_a_broken_driver_makes_no_choice_and_no_exception()
    {
        Assert.Null(V4l2SizePolicy.Nearest(new Resolution(640, 480), [new VideoSizeRange(-1, -1, 0, 0, 0, 0)]));
        Assert.Null(V4l2SizePolicy.Nearest(new Resolution(640, 480), [new VideoSizeRange(800, 100, 2, 600, 100, 2)]));
    }

    private static Resolution Parse(string text) => Resolution.TryParse(text, out var size) ? size : throw new FormatException(text);

    private static VideoSizeRange Single(string text) => VideoSizeRange.Single(Parse(text).Width, Parse(text).Height);
}
