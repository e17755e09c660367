using PiLittleEye.Cameras.V4l2;
using PiLittleEye.Native.V4l2;

namespace PiLittleEye.Tests.Cameras.V4l2;

public sealed class V4l2DevicesTests
{
    private const uint Capture = 0x00000001;
    private const uint CaptureMultiPlanar = 0x00001000;
    private const uint Output = 0x00000002;
    private const uint MetaCapture = 0x00800000;
    private const uint M2m = 0x00008000;
    private const uint M2mMultiPlanar = 0x00004000;
    private const uint Streaming = 0x04000000;
    private const uint MediaController = 0x20000000;

    // The nodes that a Raspberry Pi and a webcam show, with the capabilities their drivers declare.
    [Theory]
    [InlineData("uvcvideo", Capture | Streaming, true)]
    [InlineData("uvcvideo", MetaCapture | Streaming, false)] // the metadata of the same webcam
    [InlineData("bm2835 mmal", Capture | Streaming, true)] // the legacy camera node
    [InlineData("v4l2 loopback", Capture | Streaming, true)]
    [InlineData("v4l2 loopback", Output | Streaming, false)] // nobody writes into it yet
    [InlineData("bcm2835-codec", M2mMultiPlanar | Streaming, false)]
    [InlineData("bcm2835-codec", M2m | Streaming, false)]
    [InlineData("bcm2835-isp", Capture | Streaming, false)]
    [InlineData("bcm2835-isp", Output | Streaming, false)]
    [InlineData("pispbe", CaptureMultiPlanar | Streaming | MediaController, false)]
    [InlineData("rp1-cfe", Capture | Streaming | MediaController, false)]
    [InlineData("unicam", Capture | Streaming, true)] // an HDMI bridge; with a sensor behind it there are no formats, see below
    [InlineData("vivid", CaptureMultiPlanar | Streaming, true)]
    [InlineData("uvcvideo", Capture, false)] // read(2) only
    public void A_node_is_a_camera_by_what_it_does(string driver, uint capabilities, bool expected)
    {
        V4l2Offer[] offers = [new(V4l2PixelLayout.Of(FourCc.Uyvy)!, [VideoSizeRange.Single(1280, 720)])];

        Assert.Equal(expected, V4l2Devices.IsCamera(new VideoDeviceIdentity(driver, "a card", "a bus", capabilities), offers));
    }

    [Fact]
    public void A_node_without_a_format_that_is_read_is_no_camera()
    {
        var sensor = new VideoDeviceIdentity("unicam", "unicam", "platform:fe801000.csi", Capture | Streaming);

        Assert.False(V4l2Devices.IsCamera(sensor, []));
        Assert.False(V4l2Devices.IsCamera(sensor, [new(V4l2PixelLayout.Of(FourCc.Uyvy)!, [VideoSizeRange.Single(16, 16)])]));
    }

    [Fact]
    public void Files_that_are_no_video_devices_are_passed_over()
    {
        var dev = Directory.CreateTempSubdirectory("pi-little-eye-dev-");
        try
        {
            foreach (var name in new[] { "video0", "video1", "video-codec", "videodev" })
            {
                File.WriteAllText(Path.Combine(dev.FullName, name), "");
            }

            File.CreateSymbolicLink(Path.Combine(dev.FullName, "video2"), "video77");

            Assert.Empty(V4l2Devices.Find(dev.FullName));
        }
        finally
        {
            dev.Delete(recursive: true);
        }
    }
}
