using PiLittleEye.Audit;

namespace PiLittleEye.Mail.Queue;

/// <summary>What the owner must hear of: rows in the log, few of them however bad it gets, and an alert a day.</summary>
internal sealed class MailQueueTrail(AuditTally tally, DailyAlerts alerts)
{
    /// <summary>A mail was not sent for a day, or the server does not want it.</summary>
    public void GaveUp(WaitingMail mail, string why)
    {
        var text = $"A mail to {mail.Recipient} was given up: {why}";
        Row("mail-given-up", text, mail.Recipient);
        alerts.Raise(new AuditEntry("mails-not-sent", $"Mails do not get out. {text}") { Succeeded = false });
    }

    /// <summary>Nothing is sent before the account is mended.</summary>
    public void Stopped(MailException refused) =>
        alerts.Raise(
            new AuditEntry("mail-account-refused", $"No mails are sent before the mail account is mended: {refused.Message}")
            {
                Succeeded = false,
            }
        );

    /// <summary>There was no room for all of them.</summary>
    public void Dropped(int alertMails) =>
        Row("mails-dropped", $"{alertMails} of the oldest alert mails were removed, because too many mails are waiting.", subject: null);

    /// <summary>The account went, and they with it.</summary>
    public void Cleared(int mails)
    {
        if (mails > 0)
        {
            Row("mails-dropped", $"{mails} mails that waited to be sent were removed with the mail account.", subject: null);
        }
    }

    private void Row(string kind, string text, string? subject) =>
        tally.Count(new AuditEntry(kind, text) { Subject = subject, Succeeded = false }, atOnce: 1);
}
