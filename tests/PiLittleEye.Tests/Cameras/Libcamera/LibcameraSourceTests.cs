using PiLittleEye.Cameras;
using PiLittleEye.Cameras.Libcamera;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras.Libcamera;

[Collection(SharedEnvironment.Name)]
public sealed class LibcameraSourceTests : IDisposable
{
    private static readonly CaptureMode s_mode = new(new Resolution(640, 480), 15);

    private readonly ProgramFolder _programs = new();
    private readonly LibcameraSource _source = new(device: null, TimeProvider.System);

    [Theory]
    [InlineData("rpicam-vid")]
    [InlineData("libcamera-vid")]
    public void Its_own_program_is_used_under_either_name(string program)
    {
        _programs.InstallStub("rpicam-vid");
        _programs.InstallStub(program);
        var description = _source.Describe();
        Assert.Equal(("libcamera", "0", "imx219", true), (description.Source, description.Device, description.Model, description.AnySize));
        using var capture = _source.Open(s_mode);
        using var frame = new RawFrame();
        Assert.True(capture.Read(frame, CancellationToken.None));
        Assert.Equal((s_mode.Size, 0), (frame.Size, CameraStub.NumberIn(frame)));
    }

    [Theory]
    [InlineData("imx219")]
    [InlineData("0")]
    public void A_camera_is_meant_by_its_model_or_number(string device)
    {
        _programs.InstallStub("rpicam-vid");
        Assert.Equal("imx219", new LibcameraSource(device, TimeProvider.System).Describe().Model);
    }

    [Fact]
    public void One_that_is_not_there_is_named()
    {
        _programs.InstallStub("rpicam-vid");
        var failure = Assert.Throws<CameraUnavailableException>(() => new LibcameraSource("imx999", TimeProvider.System).Describe());
        Assert.Equal(CameraFault.NoDevice, failure.Fault);
        Assert.Contains("imx999", failure.Reason.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_lists_no_camera_is_no_camera()
    {
        _programs.InstallStub("rpicam-vid");
        using var none = new EnvironmentVariable("CAMERA_STUB_SENSORS", string.Empty);
        // .NET takes an empty variable for none at all, so the stub's own switch is used besides.
        using var fault = new EnvironmentVariable("CAMERA_STUB_FAULT", "no-camera");
        Assert.Equal(CameraFault.NoDevice, Assert.Throws<CameraUnavailableException>(() => _source.Describe()).Fault);
    }

    [Fact]
    public void Without_any_program_the_stack_is_missing() =>
        Assert.Equal(CameraFault.StackMissing, Assert.Throws<CameraUnavailableException>(() => _source.Describe()).Fault);

    [Fact]
    public void Through_GStreamer_another_camera_takes_the_place_of_one_that_was_unplugged()
    {
        _programs.Install("gst-inspect-1.0", "echo Factory Details");
        _programs.Install("gst-launch-1.0", $"echo \"$@\" >> {_programs.File("launched")}; exec /bin/sleep 9");
        _programs.Install("cam", "echo \"1: 'One' (Virtual0)\"");
        Assert.Equal("Virtual0", _source.Describe().Device);
        _source.Open(s_mode).Dispose();

        _programs.Install("cam", "echo \"1: 'Two' (Virtual7)\"");
        Assert.Equal("Virtual7", _source.Describe().Device);
        using var capture = _source.Open(s_mode);

        Assert.True(
            SpinWait.SpinUntil(() => Launched().Contains("camera-name=Virtual7", StringComparison.Ordinal), TimeSpan.FromSeconds(20))
        );
    }

    public void Dispose() => _programs.Dispose();

    private string Launched() => File.Exists(_programs.File("launched")) ? File.ReadAllText(_programs.File("launched")) : string.Empty;
}
