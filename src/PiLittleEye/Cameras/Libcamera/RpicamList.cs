using System.Globalization;
using System.Text.RegularExpressions;
using PiLittleEye.Cameras.Children;
using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.Libcamera;

/// <summary>Reads what <c>--list-cameras</c> prints (rpicam-apps, core/rpicam_app.cpp); the wording has grown over the years, so only its bones count.</summary>
internal static partial class RpicamList
{
    // Four cameras with ten modes in three formats are more than any Pi has.
    private const int MostLines = 500;

    public static IReadOnlyList<RpicamCamera> Parse(string text)
    {
        var cameras = new List<RpicamCamera>();
        var modes = new List<RpicamMode>();
        var bits = 0;
        foreach (var line in text.Split('\n').Take(MostLines))
        {
            if (CameraLine().Match(line) is { Success: true } camera && TryReadSize(camera, "width", "height", out var sensor))
            {
                modes = [];
                var index = int.Parse(camera.Groups["index"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
                cameras.Add(new RpicamCamera(index, camera.Groups["model"].Value, camera.Groups["id"].Value, sensor, modes));
            }

            if (FormatName().Match(line) is { Success: true } format)
            {
                bits = int.Parse(format.Groups["bits"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            }

            modes.AddRange(ModeText().Matches(line).Select(match => ReadMode(match, bits)).OfType<RpicamMode>());
        }

        return cameras;
    }

    private static RpicamMode? ReadMode(Match match, int bits) =>
        TryReadSize(match, "width", "height", out var size)
        && TryReadSize(match, "seenWidth", "seenHeight", out var seen)
        && double.TryParse(match.Groups["fps"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fps)
            ? new RpicamMode(size, fps, seen, bits)
            : null;

    private static bool TryReadSize(Match match, string width, string height, out Resolution size) =>
        Resolution.TryParse($"{match.Groups[width].ValueSpan}x{match.Groups[height].ValueSpan}", out size);

    // "0 : imx219 [3280x2464 10-bit RGGB] (/base/soc/i2c0mux/i2c@1/imx219@10)"
    [GeneratedRegex(
        @"^\s*(?<index>\d{1,3})\s*:\s*(?<model>\S+)\s*\[(?<width>\d+)x(?<height>\d+)[^\]]*\]\s*\((?<id>.+)\)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: ChildAnswer.LongestMatch
    )]
    private static partial Regex CameraLine();

    // "'SRGGB10_CSI2P' :"
    [GeneratedRegex(
        @"'[A-Z]+(?<bits>\d{1,2})(_\w+)?'\s*:",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: ChildAnswer.LongestMatch
    )]
    private static partial Regex FormatName();

    // "640x480 [103.33 fps - (1000, 752)/1280x960 crop]"
    [GeneratedRegex(
        @"(?<width>\d+)x(?<height>\d+)\s*\[(?<fps>\d+(\.\d+)?) fps - \(\d+, \d+\)/(?<seenWidth>\d+)x(?<seenHeight>\d+) crop\]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: ChildAnswer.LongestMatch
    )]
    private static partial Regex ModeText();
}
