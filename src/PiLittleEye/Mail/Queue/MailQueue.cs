using PiLittleEye.Mail.Mime;
using PiLittleEye.Storage;

namespace PiLittleEye.Mail.Queue;

/// <summary>
/// Takes mails to be sent. What it took is on the card, survives restarts and power cuts, and goes out at least once, always with the same
/// Message-ID and the same content; or the owner is told that it did not.
/// </summary>
internal sealed class MailQueue(MailQueueStore store, MailQueueTrail trail, SendingProgress progress, WakeSignal signal, TimeProvider clock)
{
    // What the stricter servers take (Postfix by default 10,240,000, SES long 10 MB); the server's own word is asked for when it is sent.
    private const int MostOctets = 10_000_000;

    // A photo of yesterday answers nobody's question.
    private static readonly TimeSpan s_photoIsFresh = TimeSpan.FromHours(24);

    public MailQueueState State => store.State() with { Sent = progress.Sent, IsStopped = progress.IsStopped };

    /// <summary>Stores the mail before it returns.</summary>
    /// <exception cref="MailRefusedException">It can never be sent: a wrong address, a line break in the subject, too big.</exception>
    /// <exception cref="MailUnavailableException">Too many are waiting.</exception>
    /// <exception cref="StorageUnavailableException">It is not stored.</exception>
    public void Enqueue(OutgoingMail mail)
    {
        var dropped = store.Add(Prepare(mail), clock.GetUtcNow());
        Added(dropped);
    }

    /// <summary>
    /// For whoever stores something else in the same transaction: first this, then <see cref="MailQueueStore.Add(Microsoft.Data.Sqlite.SqliteCommand, PreparedMail, DateTimeOffset)"/>
    /// there, and <see cref="Added"/> when it is committed.
    /// </summary>
    /// <exception cref="MailRefusedException">It can never be sent: a wrong address, a line break in the subject, too big.</exception>
    public static PreparedMail Prepare(OutgoingMail mail)
    {
        var message = MimeWriter.Write(mail);
        if (message.Length > MostOctets)
        {
            throw new MailRefusedException(
                "mail-too-big",
                $"The mail has {message.Length / 1_000_000} MB, and mail servers take {MostOctets / 1_000_000}. Choose a smaller picture for the camera."
            );
        }

        var bestBefore = mail.Attachments.Count > 0 ? mail.WrittenAt + s_photoIsFresh : (DateTimeOffset?)null;
        return new PreparedMail(mail.MessageId, mail.To, mail.AutoSubmitted != "auto-replied", bestBefore, message);
    }

    /// <param name="dropped">How many alerts had to go.</param>
    public void Added(int dropped)
    {
        if (dropped > 0)
        {
            trail.Dropped(dropped);
        }

        signal.Set();
    }
}
