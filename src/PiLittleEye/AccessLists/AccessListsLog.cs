namespace PiLittleEye.AccessLists;

/// <summary>Events 7000 to 7099.</summary>
internal static partial class AccessListsLog
{
    [LoggerMessage(7001, LogLevel.Information, "Address lists changed by {Who}")]
    public static partial void ListsChanged(this ILogger logger, string who);

    [LoggerMessage(
        7002,
        LogLevel.Warning,
        "Address lists that shut out {Who}, who made them, are in force; they revert after {Time} unless confirmed"
    )]
    public static partial void TrialBegun(this ILogger logger, string who, TimeSpan time);

    [LoggerMessage(7003, LogLevel.Information, "Address lists confirmed by {Who}")]
    public static partial void TrialConfirmed(this ILogger logger, string who);

    [LoggerMessage(7004, LogLevel.Warning, "Address lists were not confirmed; those from before are in force again")]
    public static partial void TrialReverted(this ILogger logger);

    [LoggerMessage(7005, LogLevel.Warning, "Address lists were changed from the command line and are in force")]
    public static partial void ListsTakenOver(this ILogger logger);

    // Counted, not written for each: a scanner must not fill the journal.
    [LoggerMessage(7006, LogLevel.Information, "{Count} requests from addresses that may not come were refused in the last minute")]
    public static partial void RequestsRefused(this ILogger logger, long count);

    [LoggerMessage(
        7007,
        LogLevel.Warning,
        "Requests come through {Proxy} with {Header}, and that is no trusted proxy; if it is yours, name it in AccessLists:TrustedProxies"
    )]
    public static partial void ProxyNotNamed(this ILogger logger, string? proxy, string header);
}
