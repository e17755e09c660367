namespace PiLittleEye.Hosting;

/// <summary>Events 5000 to 5099.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(5001, LogLevel.Critical, "These workers hang, the watchdog is no longer fed: {Workers}")]
    public static partial void WorkersHang(this ILogger logger, string workers);

    [LoggerMessage(5002, LogLevel.Warning, "systemd cannot be told how we are: {Reason}")]
    public static partial void CannotNotify(this ILogger logger, string reason);
}
