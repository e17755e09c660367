using System.Globalization;
using System.Text.RegularExpressions;
using PiLittleEye.Cameras.Children;
using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.Libcamera;

/// <summary>How to reach libcamera where its own programs are not packaged, as on plain Debian: GStreamer's element libcamerasrc.</summary>
internal static partial class GstreamerProgram
{
    public const string Launch = "gst-launch-1.0";

    // Widths that this divides have no padding in any of libcamera's pipelines; other widths are packed anew by videoconvert.
    private const int NeverPadded = 128;

    // It cannot be asked for a camera's modes; these are what cameras for this job have.
    private static readonly Resolution[] s_usual = [new(1920, 1080), new(1280, 720), new(640, 480)];
    private const int UsualFramesPerSecond = 30;

    /// <summary>Whether GStreamer and its libcamera element are there.</summary>
    public static bool IsInstalled =>
        ProgramPath.Find(Launch) is not null
        && ChildAnswer.Of("gst-inspect-1.0", "libcamerasrc")?.Contains("No such element", StringComparison.Ordinal) == false;

    /// <summary>Names of the cameras that libcamera knows, in its order.</summary>
    public static IReadOnlyList<string> List()
    {
        // libcamera's own tool, where it is installed; else one frame tells that there is a camera.
        if (ChildAnswer.Of("cam", "--list") is { } listing)
        {
            return [.. CameraName().Matches(listing).Select(match => match.Groups["id"].Value)];
        }

        var words = ChildAnswer.Of(Launch, "-q", "libcamerasrc", "!", "identity", "eos-after=2", "!", "fakesink");
        return words is not null && Diagnose(words) is null ? [string.Empty] : [];
    }

    public static IReadOnlyList<CaptureSize> Sizes => [.. s_usual.Select(size => new CaptureSize(size, UsualFramesPerSecond))];

    public static ChildPlan Plan(string cameraName, CaptureMode mode)
    {
        var (width, height) = mode.Size;
        var caps = string.Create(CultureInfo.InvariantCulture, $"video/x-raw,format=NV12,width={width},height={height}");
        string[] camera = cameraName.Length == 0 ? ["libcamerasrc"] : ["libcamerasrc", $"camera-name={cameraName}"];
        var isNeverPadded = width % NeverPadded == 0;
        // Dropped here, before they cost a copy through the pipe. A rate in the caps instead would make a camera that cannot do it
        // send nothing at all, without a word.
        var most = string.Create(CultureInfo.InvariantCulture, $"max-rate={Math.Ceiling(mode.FramesPerSecond)}");
        string[] repack = isNeverPadded ? [] : ["!", "videoconvert", "!", "video/x-raw,format=I420"];
        return new ChildPlan(
            Launch,
            // Without --no-fault a crash makes it spin for ever instead of ending.
            ["-q", "--no-fault", .. camera, "!", caps, "!", "videorate", "drop-only=true", most, .. repack, "!", "fdsink", "fd=1"],
            new RawLayout(mode.Size, width, height, IsSemiPlanar: isNeverPadded),
            mode,
            Diagnose
        );
    }

    public static CameraFault? Diagnose(string words) =>
        words switch
        {
            _ when Says(words, "Could not find any supported camera") || Says(words, "Could not find a camera named") =>
                CameraFault.NoDevice,
            _ when Says(words, "no element \"libcamerasrc\"") => CameraFault.StackMissing,
            _ when Says(words, "is already in use") || Says(words, "in use by another process") => CameraFault.Busy,
            _ when Says(words, "Permission denied") => CameraFault.NoPermission,
            _ when Says(words, "not-negotiated") => CameraFault.WrongMode,
            _ => null,
        };

    private static bool Says(string words, string phrase) => words.Contains(phrase, StringComparison.OrdinalIgnoreCase);

    // "1: External camera 'imx219' (/base/soc/i2c0mux/i2c@1/imx219@10)", "1: 'Virtual test camera' (Virtual0)"
    [GeneratedRegex(
        @"^\s*\d+: .*\((?<id>[^()]+)\)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline,
        matchTimeoutMilliseconds: ChildAnswer.LongestMatch
    )]
    private static partial Regex CameraName();
}
