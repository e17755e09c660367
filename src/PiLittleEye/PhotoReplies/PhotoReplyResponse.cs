using PiLittleEye.Mail;

namespace PiLittleEye.PhotoReplies;

/// <summary>Answer of <c>GET</c> and <c>PUT /api/v1/photo-replies</c>.</summary>
internal sealed record PhotoReplyResponse(
    bool IsOn,
    bool NeedsAuthentication,
    string AuthservId,
    int CodeSeconds,
    int PerSenderPerHour,
    int PerHour,
    string Subject,
    PhotoReplyCounters Counters
)
{
    public static PhotoReplyResponse Of(PhotoReplySettings settings, MailboxState mailbox) =>
        new(
            settings.IsOn,
            settings.NeedsAuthentication,
            settings.AuthservId,
            settings.CodeSeconds,
            settings.PerSenderPerHour,
            settings.PerHour,
            settings.Subject,
            PhotoReplyCounters.Of(mailbox.Report)
        );
}
