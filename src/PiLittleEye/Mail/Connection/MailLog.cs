namespace PiLittleEye.Mail.Connection;

/// <summary>Events 8000 to 8049.</summary>
internal static partial class MailLog
{
    [LoggerMessage(8001, LogLevel.Trace, "{Server} < {Line}")]
    public static partial void Sent(this ILogger logger, MailServer server, string line);

    [LoggerMessage(8002, LogLevel.Trace, "{Server} > {Line}")]
    public static partial void Received(this ILogger logger, MailServer server, string line);

    [LoggerMessage(8003, LogLevel.Trace, "{Server} = {Encryption}")]
    public static partial void Encrypted(this ILogger logger, MailServer server, string encryption);
}
