using System.Globalization;

namespace PiLittleEye.Storage;

/// <summary>How a moment stands in the database: UTC in the round-trip format, which sorts as text, so SQL may compare it.</summary>
internal static class StoredMoment
{
    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static object TextOrNull(DateTimeOffset? moment) => moment is { } value ? Text(value) : DBNull.Value;

    public static DateTimeOffset Of(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
