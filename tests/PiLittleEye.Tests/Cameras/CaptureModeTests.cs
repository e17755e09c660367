using PiLittleEye.Cameras;
using PiLittleEye.Frames;

namespace PiLittleEye.Tests.Cameras;

public sealed class CaptureModeTests
{
    [Theory]
    [InlineData(15, "1280x720 at 15 fps")]
    [InlineData(29.97, "1280x720 at 29.97 fps")]
    [InlineData(1 / 3.0, "1280x720 at 0.33 fps")]
    public void It_is_written_for_people(double rate, string expected) =>
        Assert.Equal(expected, new CaptureMode(new Resolution(1280, 720), rate).ToString());
}
