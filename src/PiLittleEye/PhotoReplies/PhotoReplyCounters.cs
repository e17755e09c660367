using PiLittleEye.Mail;

namespace PiLittleEye.PhotoReplies;

/// <summary>Mails since the service started.</summary>
internal sealed record PhotoReplyCounters(long Read, long Answered, long Refused, long Ignored)
{
    public static PhotoReplyCounters Of(MailboxReport report) => new(report.Read, report.Answered, report.Refused, report.Ignored);
}
