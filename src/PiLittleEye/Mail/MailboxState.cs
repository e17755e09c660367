namespace PiLittleEye.Mail;

/// <summary>How the mailbox is. Who reads it tells; the page and the API look.</summary>
internal sealed class MailboxState(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private volatile MailboxReport _report = new() { Since = clock.GetUtcNow() };

    public MailboxReport Report => _report;

    public void Enter(MailboxPhase phase)
    {
        lock (_gate)
        {
            // Since its beginning, not since it was said last.
            var since = phase == _report.Phase ? _report.Since : clock.GetUtcNow();
            _report = _report with { Phase = phase, Since = since, NextTryAt = null };
        }
    }

    /// <param name="reason">What stands in the way.</param>
    /// <param name="nextTryAt">Null: not before a person has changed something.</param>
    public void Fail(MailException reason, DateTimeOffset? nextTryAt)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var since = _report.Phase == MailboxPhase.Failed ? _report.Since : now;
            _report = _report with
            {
                Phase = MailboxPhase.Failed,
                Since = since,
                LastError = new MailFault(now, reason.Code, reason.Message),
                NextTryAt = nextTryAt,
            };
        }
    }

    /// <summary>Counts and whatever else a mail changes.</summary>
    public void Change(Func<MailboxReport, MailboxReport> change)
    {
        lock (_gate)
        {
            _report = change(_report);
        }
    }
}
