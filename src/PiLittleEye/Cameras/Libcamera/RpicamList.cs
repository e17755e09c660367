using System.Globalization;
using PiLittleEye.Frames;

namespace PiLittleEye.Cameras.Libcamera;

/// <summary>Reads what <c>--list-cameras</c> prints (rpicam-apps, core/rpicam_app.cpp); the wording has grown over the years, so only its bones count.</summary>
internal static class RpicamList
{
    // Four cameras with ten modes in three formats are more than any Pi has.
    private const int MostLines = 500;

    private const NumberStyles Digits = NumberStyles.None;

    public static IReadOnlyList<RpicamCamera> Parse(string text)
    {
        var cameras = new List<RpicamCamera>();
        var modes = new List<RpicamMode>();
        var bits = 0;
        foreach (var line in text.Split('\n').Take(MostLines))
        {
            List<RpicamMode> ownModes = [];
            if (ReadCamera(line, ownModes) is { } camera)
            {
                cameras.Add(camera);
                modes = ownModes;
            }

            bits = ReadBits(line) ?? bits;
            AddModes(line, bits, modes);
        }

        return cameras;
    }

    // "0 : imx219 [3280x2464 10-bit RGGB] (/base/soc/i2c0mux/i2c@1/imx219@10)"
    private static RpicamCamera? ReadCamera(string line, List<RpicamMode> modes)
    {
        var (before, after) = Cut(line, ":");
        var (description, id) = Cut(after.Trim(), "(");
        return
            int.TryParse(before.Trim(), Digits, CultureInfo.InvariantCulture, out var index)
            && Words(description) is [var model, ['[', .. var size], ..]
            && Resolution.TryParse(size.TrimEnd(']'), out var sensor)
            && id is [.. var path, ')']
            ? new RpicamCamera(index, model, path, sensor, modes)
            : null;
    }

    // The digits of "'SRGGB10_CSI2P' :".
    private static int? ReadBits(string line)
    {
        var (format, rest) = Cut(Cut(line, "'").After, "'");
        var digits = Cut(format, "_").Before.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray());
        return rest.TrimStart().StartsWith(':') && int.TryParse(digits, Digits, CultureInfo.InvariantCulture, out var bits) ? bits : null;
    }

    // "640x480 [103.33 fps - (1000, 752)/1280x960 crop]", as often as the line has it.
    private static void AddModes(string line, int bits, List<RpicamMode> modes)
    {
        for (var words = Words(line).AsSpan(); words.Length > 0; words = words[1..])
        {
            if (
                words is [var read, ['[', .. var rate], "fps", "-", _, var field, "crop]", ..]
                && Resolution.TryParse(read, out var size)
                && double.TryParse(rate, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fps)
                && Resolution.TryParse(Cut(field, ")/").After, out var seen)
            )
            {
                modes.Add(new RpicamMode(size, fps, seen, bits));
            }
        }
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static (string Before, string After) Cut(string text, string at)
    {
        var place = text.IndexOf(at, StringComparison.Ordinal);
        return place < 0 ? (text, string.Empty) : (text[..place], text[(place + at.Length)..]);
    }
}
