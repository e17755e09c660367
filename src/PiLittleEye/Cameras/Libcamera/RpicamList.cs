using System.Globalization;
using System.Text.RegularExpressions;
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
        var modes = new List<CaptureSize>();
        foreach (var line in text.Split('\n').Take(MostLines))
        {
            if (CameraLine().Match(line) is { Success: true } camera && TryReadSize(camera, out var sensor))
            {
                modes = [];
                var index = int.Parse(camera.Groups["index"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
                cameras.Add(new RpicamCamera(index, camera.Groups["model"].Value, camera.Groups["id"].Value, sensor, modes));
            }

            foreach (Match mode in ModeText().Matches(line))
            {
                if (
                    TryReadSize(mode, out var size)
                    && double.TryParse(
                        mode.Groups["fps"].ValueSpan,
                        NumberStyles.AllowDecimalPoint,
                        CultureInfo.InvariantCulture,
                        out var fps
                    )
                )
                {
                    modes.Add(new CaptureSize(size, fps));
                }
            }
        }

        return cameras;
    }

    private static bool TryReadSize(Match match, out Resolution size) =>
        Resolution.TryParse($"{match.Groups["width"].ValueSpan}x{match.Groups["height"].ValueSpan}", out size);

    // "0 : imx219 [3280x2464 10-bit RGGB] (/base/soc/i2c0mux/i2c@1/imx219@10)"
    [GeneratedRegex(
        @"^\s*(?<index>\d{1,3})\s*:\s*(?<model>\S+)\s*\[(?<width>\d+)x(?<height>\d+)[^\]]*\]\s*\((?<id>.+)\)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CameraLine();

    // "640x480 [103.33 fps - (1000, 752)/1280x960 crop]"
    [GeneratedRegex(
        @"(?<width>\d+)x(?<height>\d+)\s*\[(?<fps>\d+(\.\d+)?) fps",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ModeText();
}
