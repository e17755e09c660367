using PiLittleEye.Cameras;
using PiLittleEye.Cameras.Children;
using PiLittleEye.Cameras.Libcamera;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras.Libcamera;

public sealed class RpicamModePolicyTests
{
    [Theory]
    [InlineData("imx219", 1280, 720, 15, "1640x1232")] // not 1920x1080, which is cut from the middle
    [InlineData("imx219", 1920, 1080, 15, "3280x2464")]
    [InlineData("imx219", 1920, 1080, 30, null)] // the whole sensor is too slow: the program may cut
    [InlineData("imx708", 1280, 720, 30, "2304x1296")]
    [InlineData("imx708", 4608, 2592, 60, null)]
    public void The_smallest_read_out_of_the_whole_sensor_that_is_fast_enough_is_asked_for(
        string sensor,
        int width,
        int height,
        int fps,
        string? size
    )
    {
        var listing = ChildAnswer.Of("env", $"CAMERA_STUB_SENSORS={sensor}", CameraStub.PathOf("rpicam-vid"), "--list-cameras")!;
        var camera = Assert.Single(RpicamList.Parse(listing));
        Assert.Equal(size, RpicamModePolicy.Choose(camera, new CaptureMode(new Resolution(width, height), fps))?.Size.ToString());
    }

    [Fact]
    public void The_program_takes_the_mode_as_it_is_asked()
    {
        var mode = new CaptureMode(new Resolution(640, 480), 30);
        var readOut = new RpicamMode(new Resolution(1640, 1232), 41, new Resolution(3280, 2464), 10);
        using var capture = new PipeCapture(
            RpicamProgram.Plan(CameraStub.PathOf("rpicam-vid"), 0, mode, readOut, isPi5: false),
            TimeProvider.System
        );
        using var frame = new RawFrame();
        Assert.True(capture.Read(frame, CancellationToken.None));
    }
}
