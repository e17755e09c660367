using PiLittleEye.Mail.Mime;

namespace PiLittleEye.Mail.Queue;

/// <summary>One step of the queue's work: a mail sent, put off or given up, or nothing due. For one caller.</summary>
internal sealed class QueuedSending(
    MailQueueStore store,
    MailRetryPolicy policy,
    MailQueueTrail trail,
    SendingProgress progress,
    TimeProvider clock,
    ILogger<QueuedSending> logger
)
{
    // As the sender's name; a mail program shows it in place of the address.
    private const string Name = "Pi Little Eye";

    private readonly SendingPause _pause = new(policy, clock);
    private readonly SendingReport _report = new(clock, logger);

    // What the card could not note yet: a mail that was taken must not go again, nor one that was refused, while it is full.
    private readonly Queue<Action> _notes = [];

    private int _change;
    private bool _hadAccount;

    /// <summary>No account is set up (any more).</summary>
    /// <returns>Null: there is nothing to wait for.</returns>
    public TimeSpan? Forget()
    {
        // While there never was one, the database is not even asked.
        if (_hadAccount)
        {
            trail.Cleared(store.Clear());
            _notes.Clear();
            Begin();
            _hadAccount = false;
        }

        return null;
    }

    /// <param name="change">Another number than before: the owner changed the account.</param>
    /// <returns>How long nothing is to be done; zero when there may be more to do at once, null while nothing waits.</returns>
    public async Task<TimeSpan?> StepAsync(OutgoingAccount account, int change, DateTimeOffset now, CancellationToken stoppingToken)
    {
        if (change != _change)
        {
            store.HurryAll(now);
            Begin();
            _change = change;
        }

        _hadAccount = true;
        NoteAll();
        var waiting = GiveUpStale(store.Waiting(), now);
        if (waiting.Count == 0)
        {
            return null;
        }

        if (progress.IsStopped)
        {
            var patience = waiting.Min(mail => mail.StoredAt) + MailRetryPolicy.Patience - now;
            return patience < MailRetryPolicy.Patience ? patience : MailRetryPolicy.Patience;
        }

        var hourly = SendingPolicy.HourlyPause(store.SentSince(now - TimeSpan.FromHours(1)), account.MailsPerHour, now);
        var (next, wait) = SendingPolicy.Next(waiting, now, hourly > _pause.Remaining ? hourly : _pause.Remaining);
        if (next is not null && store.Content(next.Id) is { } content)
        {
            await SendAsync(account, next, content, stoppingToken);
        }

        return wait;
    }

    private async Task SendAsync(OutgoingAccount account, WaitingMail mail, byte[] content, CancellationToken stoppingToken)
    {
        _pause.Tried();
        try
        {
            var message = MimeWriter.WithSender(account.Address, Name, content);
            var answer = await account.Sender.SendAsync(account.Address, mail.Recipient, message, stoppingToken);
            // Amazon SES gives mails an id of its own, by which it can be asked for them.
            logger.MailTaken(answer);
        }
        catch (MailException failure)
        {
            Failed(mail, failure, clock.GetUtcNow());
            return;
        }

        progress.CountSent();
        _pause.Reached();
        _report.Sent();
        var now = clock.GetUtcNow();
        Note(() => store.Sent(mail, now));
    }

    private void Failed(WaitingMail mail, MailException failure, DateTimeOffset now)
    {
        var fault = new MailFault(now, failure.Code, failure.Message);
        switch (MailFailures.ScopeOf(failure))
        {
            case FailureScope.Account:
                progress.IsStopped = true;
                logger.SendingStopped(failure.Code);
                trail.Stopped(failure);
                Note(() => store.Note(fault));
                break;
            case FailureScope.Mail when failure is MailRefusedException:
                _pause.Reached();
                logger.MailsGivenUp(1, failure.Code);
                trail.GaveUp(mail, failure.Message);
                Note(() => store.GiveUp([mail], now, fault));
                break;
            case FailureScope.Mail:
                _pause.Reached();
                PutOff(mail, policy.DelayAfter(mail.Tries + 1), fault);
                break;
            default:
                if (failure is MailRefusedException)
                {
                    trail.Stopped(failure);
                }

                PutOff(mail, _pause.Failed(), fault);
                break;
        }
    }

    private void PutOff(WaitingMail mail, TimeSpan delay, MailFault fault)
    {
        _report.Failed(fault.Code, delay);
        Note(() => store.PutOff(mail, fault.At + delay, fault));
    }

    private List<WaitingMail> GiveUpStale(IReadOnlyList<WaitingMail> waiting, DateTimeOffset now)
    {
        var isHopeless = progress.IsStopped || _pause.Failures >= MailRetryPolicy.FewestTries;
        var stale = waiting.Where(mail => MailRetryPolicy.IsOver(mail, isHopeless, now)).ToList();
        if (stale.Count > 0)
        {
            var fault = store.State().LastError;
            logger.MailsGivenUp(stale.Count, fault?.Code ?? "too-old");
            store.GiveUp(stale, now);
            stale.ForEach(mail => trail.GaveUp(mail, $"it could not be sent for a day. {fault?.Message}".TrimEnd()));
        }

        return [.. waiting.Except(stale)];
    }

    private void Note(Action note)
    {
        _notes.Enqueue(note);
        NoteAll();
    }

    private void NoteAll()
    {
        while (_notes.TryPeek(out var note))
        {
            note();
            _notes.Dequeue();
        }
    }

    private void Begin()
    {
        _pause.End();
        progress.IsStopped = false;
    }
}
