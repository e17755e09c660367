using Microsoft.Data.Sqlite;
using PiLittleEye.Storage;

namespace PiLittleEye.Mail.Queue;

/// <summary>The side that notes what became of them, each in one transaction.</summary>
internal sealed partial class MailQueueStore
{
    /// <summary>The server took it.</summary>
    /// <exception cref="StorageUnavailableException">That is not noted, and after a restart the mail would go again.</exception>
    public void Sent(WaitingMail mail, DateTimeOffset now) =>
        database.Change(command =>
        {
            Run(command, "DELETE FROM mail_queue WHERE id = $id", ("$id", mail.Id));
            // An hour is all that is asked for; what is in the future was written before the clock was put back.
            Run(
                command,
                "DELETE FROM mail_sent WHERE sent_at < $hour_ago OR sent_at > $now",
                ("$hour_ago", StoredMoment.Text(now - TimeSpan.FromHours(1))),
                ("$now", StoredMoment.Text(now))
            );
            Run(
                command,
                "INSERT OR REPLACE INTO mail_sent VALUES ($message_id, $now)",
                ("$message_id", mail.MessageId),
                ("$now", StoredMoment.Text(now))
            );
            return Run(command, "UPDATE mail_queue_report SET last_sent_at = $now", ("$now", StoredMoment.Text(now)));
        });

    /// <summary>It is tried again then.</summary>
    public void PutOff(WaitingMail mail, DateTimeOffset nextTryAt, MailFault fault) =>
        database.Change(command =>
        {
            Run(
                command,
                "UPDATE mail_queue SET tries = tries + 1, next_try_at = $next WHERE id = $id",
                ("$next", StoredMoment.Text(nextTryAt)),
                ("$id", mail.Id)
            );
            return Note(command, fault);
        });

    /// <summary>Why nothing goes.</summary>
    public void Note(MailFault fault) => database.Change(command => Note(command, fault));

    /// <summary>They are not sent any more.</summary>
    /// <param name="fault">Null to leave the last one as it is.</param>
    public void GiveUp(IReadOnlyList<WaitingMail> mails, DateTimeOffset now, MailFault? fault = null) =>
        database.Change(command =>
        {
            var gone = mails.Sum(mail => Run(command, "DELETE FROM mail_queue WHERE id = $id", ("$id", mail.Id)));
            Run(
                command,
                "UPDATE mail_queue_report SET gave_up = gave_up + $gone, gave_up_at = $now",
                ("$gone", gone),
                ("$now", StoredMoment.Text(now))
            );
            return fault is null ? gone : Note(command, fault);
        });

    /// <summary>After the owner changed the account nothing waits for its time.</summary>
    public void HurryAll(DateTimeOffset now) =>
        database.Change(command => Run(command, "UPDATE mail_queue SET next_try_at = $now", ("$now", StoredMoment.Text(now))));

    /// <summary>The account is gone, and with it everything that is to be told of it.</summary>
    /// <returns>How many mails were waiting.</returns>
    public int Clear() =>
        database.Change(command =>
        {
            Run(command, "DELETE FROM mail_sent");
            Run(
                command,
                """
                UPDATE mail_queue_report SET last_sent_at = NULL, gave_up = 0, gave_up_at = NULL,
                  error_at = NULL, error_code = NULL, error_message = NULL
                """
            );
            return Run(command, "DELETE FROM mail_queue");
        });

    private static int Note(SqliteCommand command, MailFault fault) =>
        Run(
            command,
            "UPDATE mail_queue_report SET error_at = $at, error_code = $code, error_message = $message",
            ("$at", StoredMoment.Text(fault.At)),
            ("$code", fault.Code),
            ("$message", fault.Message)
        );
}
