namespace PiLittleEye.Web;

/// <summary>Events 6000 to 6099.</summary>
internal static partial class WebLog
{
    [LoggerMessage(6003, LogLevel.Error, "{Method} {Path} failed")]
    public static partial void RequestFailed(this ILogger logger, Exception failure, string method, string path);
}
