using PiLittleEye.Mail;
using PiLittleEye.Mail.Account;
using PiLittleEye.Storage;

namespace PiLittleEye.PhotoReplies;

/// <summary>Keeps the mailbox open and reads what comes in, for as long as there is an account and the owner wants it.</summary>
internal sealed class PhotoReplyWorker(
    MailAccounts accounts,
    RuntimeSettings<PhotoReplySettings> settings,
    MailboxFactory mailboxes,
    MailboxReader reader,
    MailboxState state,
    MailboxFaults faults,
    TimeProvider clock
) : BackgroundService
{
    // Gmail closes quiet connections after ten minutes, and many home routers forget them then.
    private static readonly TimeSpan s_longestWait = TimeSpan.FromMinutes(9);

    private readonly SemaphoreSlim _changes = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        accounts.Changed += Change;
        settings.Changed += Change;
        try
        {
            while (true)
            {
                await ServeUntilChangedAsync(stoppingToken);
            }
        }
        finally
        {
            accounts.Changed -= Change;
            settings.Changed -= Change;
            state.Enter(MailboxPhase.Off);
        }
    }

    public override void Dispose()
    {
        _changes.Dispose();
        base.Dispose();
    }

    private void Change() => _changes.Release();

    private void Change(PhotoReplySettings _) => Change();

    private async Task ServeUntilChangedAsync(CancellationToken stoppingToken)
    {
        using var session = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var change = _changes.WaitAsync(session.Token);
        if (accounts.Current is not { } account || !settings.Current.IsOn)
        {
            // Nothing wakes up here before somebody wants mails read.
            state.Enter(MailboxPhase.Off);
            await change;
            return;
        }

        var serving = ServeAsync(account, session.Token);
        if (await Task.WhenAny(serving, change) == serving)
        {
            // Given up, or something nobody expected, which ends the service.
            await serving;
            await change;
            return;
        }

        await session.CancelAsync();
        try
        {
            await serving;
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // Begins anew with what was changed.
        }
    }

    /// <summary>Returns when nothing helps before a person has changed something.</summary>
    private async Task ServeAsync(MailAccount account, CancellationToken cancellationToken)
    {
        var (failures, refusals) = (0, 0);
        while (true)
        {
            var begunAt = clock.GetTimestamp();
            var failure = await FailureOfSessionAsync(account, cancellationToken);
            failures = clock.GetElapsedTime(begunAt) >= MailboxBackoff.GoodSession ? 1 : failures + 1;
            refusals = IsForOwner(failure) ? refusals + 1 : 0;
            if (refusals >= MailboxBackoff.MostRefusals)
            {
                state.Fail(failure, nextTryAt: null);
                faults.GivenUp(failure);
                return;
            }

            var delay = MailboxBackoff.After(failures);
            state.Fail(failure, clock.GetUtcNow() + delay);
            faults.Failed(failure);
            await Task.Delay(delay, clock, cancellationToken);
        }
    }

    // A certificate is renewed one day, and looking for that harms nobody; a wrong password that is tried again locks the account.
    private static bool IsForOwner(MailException failure) =>
        failure is MailRefusedException && !failure.Code.StartsWith("certificate-", StringComparison.Ordinal);

    private async Task<MailException> FailureOfSessionAsync(MailAccount account, CancellationToken cancellationToken)
    {
        state.Enter(MailboxPhase.Connecting);
        try
        {
            await using var mailbox = mailboxes(account);
            var opening = await mailbox.OpenAsync(cancellationToken);
            reader.Begin(account, opening);
            faults.Opened(opening.CanPush);
            while (true)
            {
                await reader.ReadAsync(mailbox, account, cancellationToken);
                state.Enter(opening.CanPush ? MailboxPhase.Waiting : MailboxPhase.Polling);
                await mailbox.WaitAsync(s_longestWait, account.PollingPeriod, cancellationToken);
            }
        }
        catch (MailException failure)
        {
            return failure;
        }
        catch (StorageUnavailableException failure)
        {
            // Without the database no code can be used up, and so nothing may be answered.
            return new MailUnavailableException("no-storage", failure.Message, failure);
        }
    }
}
