namespace PiLittleEye.Mail.Queue;

/// <summary>Events 8100 to 8149. Never says to whom, and not in the server's words, which may.</summary>
internal static partial class MailQueueLog
{
    [LoggerMessage(8101, LogLevel.Information, "A mail was sent after {Tries} failed tries")]
    public static partial void MailSent(this ILogger logger, int tries);

    [LoggerMessage(8102, LogLevel.Warning, "A mail could not be sent ({Code}); it is tried again in {Seconds} s. The page has the details")]
    public static partial void MailPutOff(this ILogger logger, string code, int seconds);

    [LoggerMessage(8103, LogLevel.Warning, "Still no mail could be sent ({Code}), {Times} tries")]
    public static partial void MailStillPutOff(this ILogger logger, string code, int times);

    [LoggerMessage(8104, LogLevel.Error, "No mails are sent before the mail account is mended ({Code}). The page has the details")]
    public static partial void SendingStopped(this ILogger logger, string code);

    [LoggerMessage(8105, LogLevel.Warning, "{Mails} mails were given up ({Code})")]
    public static partial void MailsGivenUp(this ILogger logger, int mails, string code);

    [LoggerMessage(8106, LogLevel.Warning, "The queue of mails cannot be read or written; sending is tried again in a minute: {Why}")]
    public static partial void QueueUnreadable(this ILogger logger, string why);

    [LoggerMessage(8107, LogLevel.Information, "The mail server took a mail: {Answer}")]
    public static partial void MailTaken(this ILogger logger, string answer);
}
