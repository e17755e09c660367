using PiLittleEye.Mail.Queue;

namespace PiLittleEye.Mail.Account;

/// <summary>What nobody but the owner can mend: the page says it over the picture.</summary>
/// <param name="Code">Stable: <c>secret-missing</c>, <c>mailbox-refused</c>, <c>sending-stopped</c> or <c>mail-given-up</c>.</param>
/// <param name="Message">What happened and what to do.</param>
internal sealed record MailAttention(string Code, string Message)
{
    /// <returns>Null while all is well, and while what is not well is tried again without anybody's help.</returns>
    public static MailAttention? Of(MailAccountSettings account, MailboxReport mailbox, MailQueueState queue)
    {
        if (!account.IsSetUp)
        {
            return null;
        }

        if (account.Secret is null)
        {
            return new MailAttention(
                "secret-missing",
                account.Authentication == MailAuthentication.OAuth2
                    ? "The provider takes no more logins from this camera. Sign in with it again."
                    : "The account has no password. Type it again."
            );
        }

        if (mailbox is { Phase: MailboxPhase.Failed, NextTryAt: null, LastError: { } refusal })
        {
            return new MailAttention("mailbox-refused", refusal.Message);
        }

        return queue switch
        {
            { IsStopped: true, LastError: { } error } => new MailAttention("sending-stopped", error.Message),
            // Whatever went out since shows that it is mended.
            { GaveUp: > 0, GaveUpAt: { } gaveUpAt, LastError: { } error } when !(queue.LastSentAt > gaveUpAt) => new MailAttention(
                "mail-given-up",
                error.Message
            ),
            _ => null,
        };
    }
}
