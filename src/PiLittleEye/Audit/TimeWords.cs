using System.Globalization;

namespace PiLittleEye.Audit;

/// <summary>How long something took or lasts, as people say it: the two largest units, and no zeros.</summary>
internal static class TimeWords
{
    private static readonly (string Name, long Seconds)[] s_units = [("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)];

    public static string Of(TimeSpan time)
    {
        // What a clock that was put back makes of it is no length of time.
        var seconds = time > TimeSpan.Zero ? (long)Math.Round(time.TotalSeconds) : 0;
        var largest = Array.FindIndex(s_units, unit => seconds >= unit.Seconds);
        if (largest < 0)
        {
            return "less than a second";
        }

        var words = Many(seconds / s_units[largest].Seconds, s_units[largest].Name);
        var rest = seconds % s_units[largest].Seconds;
        return largest + 1 < s_units.Length && rest / s_units[largest + 1].Seconds is > 0 and var more
            ? $"{words} {Many(more, s_units[largest + 1].Name)}"
            : words;
    }

    private static string Many(long count, string unit) =>
        count == 1 ? $"1 {unit}" : string.Create(CultureInfo.InvariantCulture, $"{count} {unit}s");
}
