using PiLittleEye.Cameras;
using PiLittleEye.Cameras.Mmal;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras.Mmal;

public sealed class MmalSourceTests
{
    [Theory]
    [InlineData(1280, 720)]
    [InlineData(1000, 500)] // rows padded to 1024 bytes, their number to 512
    public void Its_padded_frames_become_plain_ones(int width, int height)
    {
        var source = new MmalSource(device: null, TimeProvider.System, CameraStub.PathOf("raspividyuv"));
        using var capture = source.Open(new CaptureMode(new Resolution(width, height), 30));
        using var frame = new RawFrame();
        for (var i = 0; i < 3; i++)
        {
            Assert.True(capture.Read(frame, CancellationToken.None));
            Assert.Equal(-1, frame.Bytes.IndexOf((byte)0xEE));
        }
    }

    [Fact]
    public void More_than_the_stack_can_do_becomes_what_it_can()
    {
        var source = new MmalSource(device: null, TimeProvider.System, CameraStub.PathOf("raspividyuv"));
        using var capture = source.Open(new CaptureMode(new Resolution(3280, 2464), 30));
        Assert.Equal(new Resolution(1920, 1080), capture.Mode.Size);
    }

    [Fact]
    public void Where_the_program_is_missing_the_reason_says_which_systems_have_it()
    {
        var source = new MmalSource(device: null, TimeProvider.System, "/nowhere/raspividyuv");
        var failure = Assert.Throws<CameraUnavailableException>(() => source.Describe());
        Assert.Equal(CameraFault.StackMissing, failure.Fault);
        Assert.Contains("Bullseye", failure.Message, StringComparison.Ordinal);
    }
}
