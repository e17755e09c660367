using PiLittleEye.Audit;
using PiLittleEye.Mail;

namespace PiLittleEye.PhotoReplies;

/// <summary>What becomes of mails, told to everybody who may want to know: the list of decisions, the counters, the audit log. Never a code.</summary>
internal sealed class PhotoReplyTrail(
    DecisionStore decisions,
    MailboxState mailbox,
    AuditLog audit,
    AuditTally tally,
    TimeProvider clock,
    ILogger<PhotoReplyTrail> logger
)
{
    // A flood of refused mails must not wear out the card, nor push everything else off the list.
    private const int MostDecisionsAMinute = 20;

    // A wrong clock is told once an hour, however many mails come.
    private static readonly TimeSpan s_doubtAgain = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private long _minuteBegan;
    private int _inMinute;
    private long? _doubtedAt;

    public void Read(DateTimeOffset receivedAt) =>
        mailbox.Change(report =>
            report with
            {
                Read = report.Read + 1,
                LastMailAt = report.LastMailAt > receivedAt ? report.LastMailAt : receivedAt,
            }
        );

    /// <summary>The code is used up; what comes of it is not known yet.</summary>
    /// <returns>For <see cref="Answered"/>.</returns>
    public long Accepted(PhotoSender sender) => decisions.Add(Of(sender.Address, Verdicts.Accepted));

    public void Answered(long decision, ReplyOrder order, Verdict verdict)
    {
        decisions.Change(decision, verdict);
        Count(verdict);
        var text =
            verdict.Kind == VerdictKind.Answered
                ? $"{order.Sender.Address} asked by mail and is answered: {verdict.Reason}."
                : $"{order.Sender.Address} asked by mail and could not be answered.";
        audit.Write(
            new AuditEntry("photo-reply", text)
            {
                Who = order.Sender.Address,
                Camera = order.Camera.CameraId,
                Succeeded = verdict == Verdicts.Photo || verdict == Verdicts.Status || verdict == Verdicts.Clip,
            }
        );
        logger.RequestAnswered(order.Camera.CameraId, verdict.Reason);
    }

    /// <summary>Refused or ignored.</summary>
    /// <param name="sender">Who says to have written it.</param>
    /// <param name="verdict">Why there is no answer.</param>
    /// <param name="isListed">Old mails of others, of which a new mailbox is full, are told to nobody.</param>
    public void Judged(string sender, Verdict verdict, bool isListed)
    {
        Count(verdict);
        if ((isListed || verdict != Verdicts.TooOld) && MayTell())
        {
            decisions.Add(Of(sender, verdict));
        }

        if (verdict.Kind == VerdictKind.Refused)
        {
            var entry = new AuditEntry("photo-request-refused", $"A request by mail was refused: {verdict.Reason}.")
            {
                Who = sender,
                Succeeded = false,
            };
            tally.Count(entry, from: "mail");
        }

        if (verdict == Verdicts.ClockDoubtful)
        {
            DoubtClock();
        }
    }

    public void Locked(PhotoSender sender)
    {
        logger.SenderLocked();
        var text = $"{sender.Address} is locked for a day after {PhotoReplyStore.MostWrong} wrong codes by mail.";
        audit.Write(
            new AuditEntry("photo-sender-locked", text)
            {
                Subject = sender.Address,
                Succeeded = false,
                IsAlert = true,
            }
        );
    }

    public void NotQueued(MailException failure) => logger.AnswerNotQueued(failure.Code);

    private void DoubtClock()
    {
        lock (_gate)
        {
            if (_doubtedAt is { } then && clock.GetElapsedTime(then) < s_doubtAgain)
            {
                return;
            }

            _doubtedAt = clock.GetTimestamp();
        }

        logger.ClockDoubtful();
        audit.Write(
            new AuditEntry("clock-doubtful", $"{Verdicts.ClockDoubtful.Text} Said once an hour.") { Succeeded = false, IsAlert = true }
        );
    }

    private bool MayTell()
    {
        lock (_gate)
        {
            if (_inMinute == 0 || clock.GetElapsedTime(_minuteBegan) >= TimeSpan.FromMinutes(1))
            {
                (_minuteBegan, _inMinute) = (clock.GetTimestamp(), 0);
            }

            return ++_inMinute <= MostDecisionsAMinute;
        }
    }

    private void Count(Verdict verdict) =>
        mailbox.Change(report =>
            verdict.Kind switch
            {
                VerdictKind.Answered => report with { Answered = report.Answered + 1 },
                VerdictKind.Refused => report with { Refused = report.Refused + 1 },
                _ => report with { Ignored = report.Ignored + 1 },
            }
        );

    private Decision Of(string sender, Verdict verdict) => new(clock.GetUtcNow(), sender, verdict.Word, verdict.Reason, verdict.Text);
}
