using System.Globalization;
using PiLittleEye.Cameras.Children;
using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.Mmal;

/// <summary>
/// The legacy camera stack (MMAL) through its program raspividyuv. Only 32-bit Raspberry Pi OS up to Bullseye still has it, with
/// "legacy camera" switched on in raspi-config; newer systems use libcamera.
/// </summary>
/// <param name="device">Number of the camera on a Compute Module; null is 0.</param>
/// <param name="program">Its name or path.</param>
internal sealed class MmalSource(string? device, TimeProvider clock, string program = "raspividyuv") : ICameraSource
{
    // The firmware's video port goes no further, and pads rows to 32 bytes and their number to 16 (RaspiVidYUV.c).
    private static readonly Resolution s_largest = new(1920, 1080);
    private const int RowPadding = 32;
    private const int HeightPadding = 16;

    // Sizes and rates of the sensor modes of both cameras that this stack knows (OV5647, IMX219).
    private static readonly CaptureSize[] s_sizes =
    [
        new(s_largest, 30),
        new(new Resolution(1296, 972), 42),
        new(new Resolution(1280, 720), 49),
        new(new Resolution(640, 480), 90),
    ];

    public string Name => device is null ? CameraSources.Mmal : $"{CameraSources.Mmal} {device}";

    public CameraDescription Describe()
    {
        if (ProgramPath.Find(program) is null)
        {
            throw new CameraUnavailableException(
                CameraFault.StackMissing,
                $"{program} is not installed; only 32-bit Raspberry Pi OS up to Bullseye has it"
            );
        }

        // The firmware knows whether a sensor answers; where vcgencmd is missing, trying is the only way to find out.
        if (ChildAnswer.Of("vcgencmd", "get_camera") is { } answer && answer.Contains("detected=0", StringComparison.Ordinal))
        {
            throw new CameraUnavailableException(CameraFault.NoDevice, "the firmware detects no camera");
        }

        return new CameraDescription(CameraSources.Mmal, device ?? "0", "Raspberry Pi camera, legacy stack", s_sizes, AnySize: true);
    }

    public ICapture Open(CaptureMode wanted)
    {
        var size = new Resolution(Math.Min(wanted.Size.Width, s_largest.Width), Math.Min(wanted.Size.Height, s_largest.Height));
        var mode = wanted with { Size = size };
        var layout = new RawLayout(
            size,
            RawLayout.Align(size.Width, RowPadding),
            RawLayout.Align(size.Height, HeightPadding),
            IsSemiPlanar: false
        );
        string[] camera = device is null ? [] : ["--camselect", device];
        string[] arguments =
        [
            // It never flushes: the end of each frame would wait in a buffer for the next one.
            "-o0",
            program,
            .. camera,
            "--width",
            Text(size.Width),
            "--height",
            Text(size.Height),
            "--framerate",
            Text((int)Math.Ceiling(mode.FramesPerSecond)),
            "--timeout",
            "0",
            "--nopreview",
            "--output",
            "-",
        ];
        if (ProgramPath.Find(program) is null)
        {
            throw new CameraUnavailableException(CameraFault.StackMissing, $"{program} was not found");
        }

        return new PipeCapture(new ChildPlan("stdbuf", arguments, layout, mode, Diagnose), clock);
    }

    private static CameraFault? Diagnose(string words) =>
        words switch
        {
            _ when words.Contains("Camera is not detected", StringComparison.Ordinal) => CameraFault.NoDevice,
            _ when words.Contains("couldn't be enabled", StringComparison.Ordinal) => CameraFault.Busy,
            _ when words.Contains("No data received from sensor", StringComparison.Ordinal) => CameraFault.NoFrames,
            _ => null,
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
