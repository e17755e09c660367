using PiLittleEye.Cameras;
using PiLittleEye.Cameras.V4l2;
using PiLittleEye.Frames;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Tests.Cameras.V4l2;

public sealed class V4l2ModePolicyTests
{
    private static readonly Resolution Vga = new(640, 480);
    private static readonly Resolution Hd = new(1280, 720);
    private static readonly Resolution FullHd = new(1920, 1080);

    [Fact]
    public void A_raw_format_that_reaches_the_rate_is_taken_before_a_compressed_one()
    {
        var camera = new Offers().Add(FourCc.Mjpeg, Hd, 30).Add(FourCc.Yuyv, Hd, 15);

        Assert.Equal((FourCc.Yuyv, Hd, 15), camera.Choose(Hd, 15));
    }

    [Fact]
    public void A_compressed_format_is_taken_where_no_raw_one_reaches_the_rate()
    {
        // A typical USB 2 webcam: no room on the bus for more raw pixels.
        var camera = new Offers().Add(FourCc.Yuyv, Hd, 10).Add(FourCc.Mjpeg, Hd, 30);

        Assert.Equal((FourCc.Mjpeg, Hd, 30), camera.Choose(Hd, 15));
        Assert.Equal((FourCc.Yuyv, Hd, 10), camera.Choose(Hd, 10));
    }

    [Fact]
    public void Where_nothing_reaches_the_rate_the_fastest_is_taken()
    {
        Assert.Equal((FourCc.Mjpeg, Hd, 24), new Offers().Add(FourCc.Yuyv, Hd, 5).Add(FourCc.Mjpeg, Hd, 24).Choose(Hd, 30));
        Assert.Equal((FourCc.Yuyv, Hd, 20), new Offers().Add(FourCc.Yuyv, Hd, 20).Add(FourCc.Mjpeg, Hd, 15).Choose(Hd, 30));
    }

    [Fact]
    public void Of_formats_that_are_equally_slow_the_preferred_one_is_taken() =>
        Assert.Equal((FourCc.Nv12, Hd, 5), new Offers().Add(FourCc.Mjpeg, Hd, 5).Add(FourCc.Nv12, Hd, 5).Choose(Hd, 30));

    [Fact]
    public void Planar_formats_are_preferred_to_packed_ones()
    {
        var camera = new Offers().Add(FourCc.Uyvy, Hd, 30).Add(FourCc.Yuyv, Hd, 30).Add(FourCc.Nv12, Hd, 30).Add(FourCc.I420, Hd, 30);

        Assert.Equal((FourCc.I420, Hd, 30), camera.Choose(Hd, 30));
    }

    [Fact]
    public void The_size_decides_before_the_format()
    {
        var camera = new Offers().Add(FourCc.I420, Vga, 30).Add(FourCc.Mjpeg, FullHd, 30);

        Assert.Equal((FourCc.Mjpeg, FullHd, 30), camera.Choose(FullHd, 15));
        Assert.Equal((FourCc.I420, Vga, 30), camera.Choose(Vga, 15));
    }

    [Fact]
    public void The_same_size_in_a_range_and_on_its_own_competes_by_rate()
    {
        var camera = new Offers().Add(FourCc.Yuyv, Hd, 10).Add(FourCc.Mjpeg, new VideoSizeRange(64, 1920, 2, 64, 1080, 2), 60);

        Assert.Equal((FourCc.Mjpeg, Hd, 60), camera.Choose(Hd, 30));
    }

    [Fact]
    public void A_device_without_usable_sizes_leaves_no_choice() =>
        Assert.Null(V4l2ModePolicy.Choose(new CaptureMode(Hd, 15), [], (_, _) => []));

    private sealed class Offers
    {
        private readonly List<(V4l2Offer Offer, double Rate)> _offers = [];

        public Offers Add(FourCc format, Resolution size, double rate) => Add(format, VideoSizeRange.Single(size.Width, size.Height), rate);

        public Offers Add(FourCc format, VideoSizeRange sizes, double rate)
        {
            _offers.Add((new V4l2Offer(V4l2PixelLayout.Of(format)!, [sizes]), rate));
            return this;
        }

        public (FourCc Format, Resolution Size, double Rate) Choose(Resolution size, double rate)
        {
            var choice = V4l2ModePolicy.Choose(
                new CaptureMode(size, rate),
                [.. _offers.Select(entry => entry.Offer)],
                (layout, _) => [VideoIntervalRange.Single(VideoFraction.OfRate(_offers.Find(entry => entry.Offer.Layout == layout).Rate))]
            );
            return (choice!.Layout.Format, choice.Size, choice.Interval.PerSecond);
        }
    }
}
