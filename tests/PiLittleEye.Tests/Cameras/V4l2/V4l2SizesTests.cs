using PiLittleEye.Cameras.V4l2;
using PiLittleEye.Frames;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Tests.Cameras.V4l2;

public sealed class V4l2SizesTests
{
    [Fact]
    public void Each_usable_size_is_listed_once_the_largest_first()
    {
        V4l2Offer[] offers =
        [
            Offer(FourCc.Yuyv, VideoSizeRange.Single(640, 480), VideoSizeRange.Single(1280, 720), VideoSizeRange.Single(161, 121)),
            Offer(FourCc.Mjpeg, VideoSizeRange.Single(1280, 720), VideoSizeRange.Single(1920, 1080), VideoSizeRange.Single(32, 32)),
        ];

        Assert.Equal([new Resolution(1920, 1080), new Resolution(1280, 720), new Resolution(640, 480)], V4l2Sizes.List(offers));
        Assert.False(V4l2Sizes.IsAnySize(offers));
    }

    [Fact]
    public void A_device_that_scales_is_listed_with_its_largest_and_the_common_sizes_it_reaches()
    {
        V4l2Offer[] offers = [Offer(FourCc.I420, new VideoSizeRange(32, 2592, 2, 32, 1944, 2))];

        var sizes = V4l2Sizes.List(offers);

        Assert.Equal(new Resolution(2592, 1944), sizes[0]);
        Assert.Contains(new Resolution(1280, 720), sizes);
        Assert.DoesNotContain(new Resolution(3840, 2160), sizes);
        Assert.True(V4l2Sizes.IsAnySize(offers));
    }

    [Fact]
    public void A_device_that_scales_in_coarse_steps_does_not_have_any_size()
    {
        V4l2Offer[] offers = [Offer(FourCc.I420, new VideoSizeRange(64, 1920, 32, 64, 1088, 16))];

        Assert.False(V4l2Sizes.IsAnySize(offers));
        Assert.Equal(new Resolution(1920, 1088), V4l2Sizes.List(offers)[0]);
        Assert.DoesNotContain(new Resolution(640, 360), V4l2Sizes.List(offers));
    }

    [Fact]
    public void A_range_beyond_what_we_take_ends_at_the_largest_we_take() =>
        Assert.Equal(
            new Resolution(Resolution.Largest, Resolution.Largest),
            V4l2Sizes.List([Offer(FourCc.I420, new VideoSizeRange(2, 16384, 1, 1, 16384, 1))])[0]
        );

    private static V4l2Offer Offer(FourCc format, params VideoSizeRange[] sizes) => new(V4l2PixelLayout.Of(format)!, sizes);
}
