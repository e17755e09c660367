using PiLittleEye.Cameras;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

[Collection(SharedEnvironment.Name)]
public sealed class AutoSourceTests : IDisposable
{
    private static readonly string[] s_kinds = ["libcamera: ", "mmal: ", "v4l2: "];

    private readonly ProgramFolder _programs = new();
    private readonly AutoSource _auto = On(isRaspberryPi: false);

    [Fact]
    public void Libcamera_comes_before_the_legacy_stack()
    {
        _programs.InstallStub("raspividyuv");
        _programs.InstallStub("rpicam-vid");
        Assert.Equal(("libcamera", "imx219"), (_auto.Describe().Source, _auto.Describe().Model));
        Assert.Equal("auto: libcamera 0", _auto.Name);
    }

    [Fact]
    public void The_legacy_stack_comes_next()
    {
        _programs.InstallStub("raspividyuv");
        Assert.Equal("mmal", _auto.Describe().Source);
        Assert.Equal("auto: mmal 0", _auto.Name);
    }

    [Fact]
    public void When_the_one_of_last_time_is_gone_the_next_takes_its_place()
    {
        _programs.InstallStub("raspividyuv");
        _programs.InstallStub("rpicam-vid");
        Assert.Equal("libcamera", _auto.Describe().Source);

        _programs.Remove("rpicam-vid");

        Assert.Equal("mmal", _auto.Describe().Source);
        Assert.Equal("auto: mmal 0", _auto.Name);
    }

    [Fact]
    public void The_one_of_last_time_stays_while_it_is_there()
    {
        _programs.InstallStub("raspividyuv");
        Assert.Equal("mmal", _auto.Describe().Source);
        _programs.InstallStub("rpicam-vid");
        Assert.Equal("mmal", _auto.Describe().Source);
    }

    [Fact]
    public void Without_any_a_developer_sees_the_test_pattern_until_there_is_one()
    {
        SkipWithAWebcam();
        Assert.Equal("test-pattern", _auto.Describe().Source);
        Assert.Equal("auto: test-pattern", _auto.Name);
        using var capture = _auto.Open(new CaptureMode(new Resolution(320, 240), 30));
        Assert.Equal(new Resolution(320, 240), capture.Mode.Size);

        _programs.InstallStub("raspividyuv");
        Assert.Equal("mmal", _auto.Describe().Source);
    }

    [Fact]
    public void Without_any_a_Raspberry_Pi_has_no_camera_and_says_what_was_looked_for()
    {
        SkipWithAWebcam();
        var auto = On(isRaspberryPi: true);
        var failure = Assert.Throws<CameraUnavailableException>(() => auto.Describe());
        Assert.Equal(CameraFault.NoDevice, failure.Fault);
        Assert.All(s_kinds, kind => Assert.Contains(kind, failure.Reason.Explanation, StringComparison.Ordinal));
        Assert.Throws<CameraUnavailableException>(() => auto.Open(new CaptureMode(new Resolution(320, 240), 30)));

        _programs.InstallStub("raspividyuv");
        Assert.Equal("mmal", auto.Describe().Source);
    }

    public void Dispose() => _programs.Dispose();

    private static AutoSource On(bool isRaspberryPi) => new(new CameraSourceFactory(TimeProvider.System), isRaspberryPi);

    private static void SkipWithAWebcam() =>
        Assert.SkipWhen(Directory.EnumerateFiles("/dev", "video*").Any(), "This machine has a camera that V4L2 finds.");
}
