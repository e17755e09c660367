using System.Globalization;

namespace PiLittleEye.Audit;

/// <summary>Moments as they are stored and hashed: UTC in the round-trip format, which sorts as text.</summary>
internal static class MomentText
{
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
