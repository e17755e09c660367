using System.Globalization;

namespace PiLittleEye.Imaging;

/// <summary>Writes the words of the stamp without allocating: name, two blanks, moment of capture.</summary>
internal static class StampText
{
    /// <summary>Longest format that is accepted; with the longest name the result fits <see cref="Room"/>.</summary>
    public const int LongestFormat = 48;
    public const int Room = 192;

    public static int Write(StampSettings settings, DateTimeOffset capturedAt, Span<char> text)
    {
        var length = 0;
        if (settings.Label is { Length: > 0 } label)
        {
            label.CopyTo(text);
            length = label.Length;
            text.Slice(length, 2).Fill(' ');
            length += 2;
        }

        var local = TimeZoneInfo.ConvertTime(capturedAt, settings.Zone);
        return local.TryFormat(text[length..], out var written, settings.Format, CultureInfo.InvariantCulture) ? length + written : length;
    }

    /// <summary>Whether a format can be used: known letters, something in it, short enough.</summary>
    public static bool IsUsableFormat(string format)
    {
        if (format.Length is 0 or > LongestFormat)
        {
            return false;
        }

        try
        {
            Span<char> text = stackalloc char[Room];
            return DateTimeOffset.UnixEpoch.TryFormat(text, out var written, format, CultureInfo.InvariantCulture)
                && written is > 0 and <= LongestFormat * 2;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
