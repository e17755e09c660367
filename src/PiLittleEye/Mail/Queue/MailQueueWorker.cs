using PiLittleEye.Storage;

namespace PiLittleEye.Mail.Queue;

/// <summary>Sends what waits, one mail at a time. Sleeps without a timer while nothing waits or no account is set up.</summary>
internal sealed class MailQueueWorker(
    QueuedSending sending,
    IOutgoingAccounts accounts,
    WakeSignal signal,
    TimeProvider clock,
    ILogger<MailQueueWorker> logger
) : BackgroundService
{
    private static readonly TimeSpan s_untilStorageIsBack = TimeSpan.FromMinutes(1);

    // How often the owner changed the account: what was refused for one is tried with the next.
    private int _changes;
    private bool _isStorageAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        accounts.Changed += OnChange;
        try
        {
            while (true)
            {
                var wait = await StepAsync(stoppingToken);
                if (wait is null || wait > TimeSpan.Zero)
                {
                    await signal.WaitAsync(wait, stoppingToken);
                }
            }
        }
        finally
        {
            accounts.Changed -= OnChange;
        }
    }

    private void OnChange()
    {
        Interlocked.Increment(ref _changes);
        signal.Set();
    }

    /// <returns>How long nothing is to be done unless somebody calls; null for ever.</returns>
    private async Task<TimeSpan?> StepAsync(CancellationToken stoppingToken)
    {
        try
        {
            var changes = Volatile.Read(ref _changes);
            var wait = accounts.Current is { } account
                ? await sending.StepAsync(account, changes, clock.GetUtcNow(), stoppingToken)
                : sending.Forget();
            _isStorageAway = false;
            return wait;
        }
        catch (StorageUnavailableException failure)
        {
            if (!_isStorageAway)
            {
                logger.QueueUnreadable(failure.Message);
            }

            _isStorageAway = true;
            return s_untilStorageIsBack;
        }
    }
}
