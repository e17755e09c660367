using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.TestPattern;

/// <summary>A camera without hardware: a printer that prints, with a running clock and a frame counter. For demonstrations, tests and set-up.</summary>
internal sealed class TestPatternSource(TimeProvider clock) : ICameraSource
{
    // What a Pi camera's and a webcam's owner would choose from.
    private static readonly Resolution[] s_sizes = [new(1920, 1080), new(1280, 720), new(800, 600), new(640, 480), new(320, 240)];

    // As fast as the fastest Pi camera mode that is of any use.
    private const int FastestFramesPerSecond = 120;

    public string Name => CameraSources.TestPattern;

    public CameraDescription Describe() =>
        new(
            CameraSources.TestPattern,
            "pattern",
            "Test pattern",
            [.. s_sizes.Select(size => new CaptureSize(size, FastestFramesPerSecond))],
            AnySize: true
        );

    public ICapture Open(CaptureMode wanted) => new TestPatternCapture(wanted, clock);
}
