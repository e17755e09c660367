namespace PiLittleEye.PhotoReplies;

/// <summary>Events 8200 to 8249. Never an address, a code or a word of a mail.</summary>
internal static partial class PhotoRepliesLog
{
    [LoggerMessage(8201, LogLevel.Information, "A request by mail for camera {Camera} is answered: {Reason}")]
    public static partial void RequestAnswered(this ILogger logger, string camera, string reason);

    [LoggerMessage(8202, LogLevel.Warning, "A sender is locked for a day after five wrong codes by mail")]
    public static partial void SenderLocked(this ILogger logger);

    [LoggerMessage(8203, LogLevel.Warning, "Requests by mail are not judged: the clock is not set and differs from the mail server's")]
    public static partial void ClockDoubtful(this ILogger logger);

    [LoggerMessage(8204, LogLevel.Error, "An answer could not be queued ({Code}); its code is used up")]
    public static partial void AnswerNotQueued(this ILogger logger, string code);

    [LoggerMessage(8205, LogLevel.Information, "The mailbox is open; the server {Pushes}")]
    public static partial void MailboxOpen(this ILogger logger, string pushes);

    [LoggerMessage(
        8206,
        LogLevel.Warning,
        "The mailbox cannot be read ({Code}); it is tried again. {Times} times since this was said last"
    )]
    public static partial void MailboxUnavailable(this ILogger logger, string code, int times);

    [LoggerMessage(
        8207,
        LogLevel.Error,
        "The mailbox is not tried again before the mail account is changed ({Code}). The page has the details"
    )]
    public static partial void MailboxGivenUp(this ILogger logger, string code);
}
