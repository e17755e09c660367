using System.Globalization;
using PiLittleEye.Cameras.Children;

namespace PiLittleEye.Cameras.Libcamera;

/// <summary>How to speak with <c>rpicam-vid</c>, or <c>libcamera-vid</c> as it was called before 2024.</summary>
internal static class RpicamProgram
{
    private static readonly string[] s_names = ["rpicam-vid", "libcamera-vid"];

    // Rows of luma are padded to this many bytes: bcm2835-isp up to the Pi 4, the PiSP of the Pi 5.
    private const int PaddingUpToPi4 = 64;
    private const int PaddingOfPi5 = 128;

    /// <summary>The name under which it is installed here, or null.</summary>
    public static string? Installed => s_names.FirstOrDefault(name => ProgramPath.Find(name) is not null);

    /// <summary>The cameras it knows, asked anew: a cable may have been plugged in.</summary>
    public static IReadOnlyList<RpicamCamera> List(string program) =>
        RpicamList.Parse(ChildAnswer.Of(program, "--list-cameras") ?? string.Empty);

    /// <param name="camera">Index of the camera.</param>
    /// <param name="readOut">How to read the sensor; null leaves it to the program.</param>
    /// <param name="isPi5">Which processor pads the rows.</param>
    public static ChildPlan Plan(string program, int camera, CaptureMode mode, RpicamMode? readOut, bool isPi5)
    {
        var (width, height) = mode.Size;
        string[] sensor = readOut is null ? [] : ["--mode", ModeText(readOut)];
        return new ChildPlan(
            program,
            [
                "--camera",
                Text(camera),
                .. sensor,
                "--codec",
                "yuv420",
                "--width",
                Text(width),
                "--height",
                Text(height),
                "--framerate",
                mode.FramesPerSecond.ToString(CultureInfo.InvariantCulture),
                "--timeout",
                "0",
                "--nopreview",
                // Without it the end of each frame waits in a buffer for the next one.
                "--flush",
                "--output",
                "-",
            ],
            new RawLayout(mode.Size, RawLayout.Align(width, isPi5 ? PaddingOfPi5 : PaddingUpToPi4), height, IsSemiPlanar: false),
            mode,
            Diagnose
        );
    }

    /// <summary>From the words of rpicam-apps and libcamera to a fault.</summary>
    public static CameraFault? Diagnose(string words) =>
        words switch
        {
            _ when Says(words, "no cameras available") || Says(words, "selected camera is not available") => CameraFault.NoDevice,
            _ when Says(words, "failed to acquire camera") || Says(words, "in use by another process") => CameraFault.Busy,
            _ when Says(words, "Permission denied") => CameraFault.NoPermission,
            _ when Says(words, "legacy camera stack") || Says(words, "only supports the Raspberry Pi platforms") =>
                CameraFault.StackMissing,
            _ when Says(words, "frontend has timed out") => CameraFault.NoFrames,
            _ when Says(words, "failed to configure streams") || Says(words, "invalid") => CameraFault.WrongMode,
            _ => null,
        };

    // Width, height, bits of a sample, packed: all modes of the Pi's sensors are.
    private static string ModeText(RpicamMode mode) =>
        mode.Bits == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{mode.Size.Width}:{mode.Size.Height}")
            : string.Create(CultureInfo.InvariantCulture, $"{mode.Size.Width}:{mode.Size.Height}:{mode.Bits}:P");

    private static bool Says(string words, string phrase) => words.Contains(phrase, StringComparison.OrdinalIgnoreCase);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
