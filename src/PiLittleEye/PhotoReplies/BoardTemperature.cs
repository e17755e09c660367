using System.Globalization;

namespace PiLittleEye.PhotoReplies;

/// <summary>How warm the board is, as the kernel says (Documentation/ABI/testing/sysfs-class-thermal: thousandths of a degree).</summary>
/// <param name="path">Of the sensor; a Pi's first zone is its processor.</param>
internal sealed class BoardTemperature(string path = "/sys/class/thermal/thermal_zone0/temp")
{
    /// <summary>Degrees Celsius; null where there is no sensor.</summary>
    public double? Read()
    {
        try
        {
            return int.TryParse(
                File.ReadAllText(path).Trim(),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var thousandths
            )
                ? thousandths / 1000.0
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
