using System.Globalization;

namespace PiLittleEye.Audit;

/// <summary>Moments as they are stored and hashed: UTC in the round-trip format, which sorts as text.</summary>
internal static class MomentText
{
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>What is no moment (somebody changed it) becomes one that nothing happened at, so that its hash is wrong.</summary>
    public static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? moment : default;
}
