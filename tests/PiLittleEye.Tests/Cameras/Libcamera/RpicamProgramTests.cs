using PiLittleEye.Cameras;
using PiLittleEye.Cameras.Libcamera;

namespace PiLittleEye.Tests.Cameras.Libcamera;

public sealed class RpicamProgramTests
{
    [Theory]
    [InlineData("ERROR: *** no cameras available ***", nameof(CameraFault.NoDevice))]
    [InlineData("ERROR: *** selected camera is not available ***", nameof(CameraFault.NoDevice))]
    [InlineData("ERROR: *** failed to acquire camera /base/soc/i2c0mux/i2c@1/imx219@10 ***", nameof(CameraFault.Busy))]
    [InlineData("Pipeline handler in use by another process", nameof(CameraFault.Busy))]
    [InlineData("Could not open any dmaHeap device: Permission denied", nameof(CameraFault.NoPermission))]
    [InlineData("ERROR: the system appears to be configured for the legacy camera stack", nameof(CameraFault.StackMissing))]
    [InlineData("ERROR RPI pipeline_base.cpp:1347 Camera frontend has timed out!", nameof(CameraFault.NoFrames))]
    [InlineData("INFO Camera camera_manager.cpp:330 libcamera v0.5.2", null)]
    public void Its_words_tell_the_fault(string words, string? fault) => Assert.Equal(fault, RpicamProgram.Diagnose(words)?.ToString());
}
