using PiLittleEye.Mail.Queue;

namespace PiLittleEye.Mail.Account;

/// <summary>The mail account and how it goes with it; never its secret.</summary>
/// <param name="IsSetUp">False: nothing of mail runs.</param>
/// <param name="HasSecret">There is something to log in with.</param>
/// <param name="Mailbox">Of reading.</param>
/// <param name="Queue">Of sending.</param>
/// <param name="Attention">What only the owner can mend; null when nothing is.</param>
internal sealed record MailResponse(
    bool IsSetUp,
    string? Address,
    string Provider,
    string? User,
    MailAuthentication Authentication,
    bool HasSecret,
    MailServer? Incoming,
    MailServer? Outgoing,
    string Folder,
    int PollingSeconds,
    int MailsPerHour,
    MailboxResponse Mailbox,
    MailQueueResponse Queue,
    MailCountersResponse Counters,
    MailAttention? Attention
)
{
    public static MailResponse Of(MailAccountSettings account, MailboxReport mailbox, MailQueueState queue) =>
        new(
            account.IsSetUp,
            account.Address,
            account.Provider,
            account.User,
            account.Authentication,
            account.Secret is not null,
            account.Incoming,
            account.Outgoing,
            account.Folder,
            account.PollingSeconds,
            account.MailsPerHour,
            MailboxResponse.Of(mailbox),
            new MailQueueResponse(queue.Waiting, queue.OldestAt, queue.GaveUp, queue.LastSentAt, queue.LastError, queue.Banner),
            new MailCountersResponse(mailbox.Read, mailbox.Answered, mailbox.Refused, mailbox.Ignored, queue.Sent),
            MailAttention.Of(account, mailbox, queue)
        );
}
