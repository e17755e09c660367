namespace PiLittleEye.Cameras;

/// <summary>Events 1000 to 1099.</summary>
internal static partial class CamerasLog
{
    [LoggerMessage(1001, LogLevel.Warning, "{Source} is unavailable ({Code}): {Detail}. {Remedy}")]
    public static partial void Unavailable(this ILogger logger, string source, string code, string detail, string remedy);

    [LoggerMessage(1002, LogLevel.Warning, "{Source} is still unavailable ({Code}) after {Attempts} attempts in {Duration}")]
    public static partial void StillUnavailable(this ILogger logger, string source, string code, int attempts, TimeSpan duration);

    [LoggerMessage(1003, LogLevel.Information, "{Source} is back after {Duration}")]
    public static partial void Recovered(this ILogger logger, string source, TimeSpan duration);

    [LoggerMessage(1004, LogLevel.Information, "Camera {Camera} is off ({Reason})")]
    public static partial void SessionEnded(this ILogger logger, string camera, SessionEnd reason);

    [LoggerMessage(1005, LogLevel.Information, "Camera {Camera} runs on {Source}: {Mode}")]
    public static partial void SessionStarted(this ILogger logger, string camera, string source, CaptureMode mode);
}
