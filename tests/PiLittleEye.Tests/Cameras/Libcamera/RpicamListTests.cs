using FsCheck;
using FsCheck.Fluent;
using PiLittleEye.Cameras.Children;
using PiLittleEye.Cameras.Libcamera;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras.Libcamera;

public sealed class RpicamListTests
{
    [Fact]
    public void The_list_of_the_program_is_read_with_models_sizes_and_rates()
    {
        var cameras = RpicamList.Parse(
            ChildAnswer.Of("env", "CAMERA_STUB_SENSORS=imx219,imx708", CameraStub.PathOf("rpicam-vid"), "--list-cameras")!
        );
        Assert.Equal(["imx219", "imx708"], cameras.Select(camera => camera.Model));
        Assert.Equal([0, 1], cameras.Select(camera => camera.Index));
        Assert.Equal(new Resolution(4608, 2592), cameras[1].Sensor);
        Assert.Contains(new RpicamMode(new Resolution(1536, 864), 120.13, new Resolution(3072, 1728), 10), cameras[1].Modes);
        Assert.StartsWith("/base/soc/", cameras[0].Id, StringComparison.Ordinal);
    }

    [Fact]
    public void The_shorter_list_of_older_versions_is_read_too()
    {
        const string bookworm = """
            Available cameras
            -----------------
            0 : ov5647 [2592x1944] (/base/soc/i2c0mux/i2c@1/ov5647@36)
                Modes: 'SGBRG10_CSI2P' : 640x480 [58.92 fps - (16, 0)/2560x1920 crop]
                                         1296x972 [43.25 fps - (0, 0)/2592x1944 crop]
            """;
        var camera = Assert.Single(RpicamList.Parse(bookworm));
        Assert.Equal(2, camera.Modes.Count);
    }

    [Theory]
    [InlineData("No cameras available!\n")]
    [InlineData("")]
    public void No_camera_is_an_empty_list(string text) => Assert.Empty(RpicamList.Parse(text));

    [Fact]
    public void No_text_at_all_makes_it_fail() =>
        Prop.ForAll<string?>(text => RpicamList.Parse(text ?? string.Empty).Count >= 0).QuickCheckThrowOnFailure();
}
