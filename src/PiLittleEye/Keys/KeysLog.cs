namespace PiLittleEye.Keys;

/// <summary>Events 3200 to 3299.</summary>
internal static partial class KeysLog
{
    [LoggerMessage(3201, LogLevel.Warning, "A key or link that opens nothing was refused, from {From}")]
    public static partial void KeyRefused(this ILogger logger, string? from);
}
