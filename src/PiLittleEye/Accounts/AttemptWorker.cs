using System.Threading.Channels;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>Keeps failed attempts where a restart does not forget them.</summary>
internal sealed class AttemptWorker(
    AttemptThrottle throttle,
    FailedSignIns failures,
    AttemptStore store,
    TimeProvider clock,
    ILogger<AttemptWorker> logger
) : BackgroundService
{
    // Three guesses fit into a minute: half a second loses none that matters, and a flood is one write each time.
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(0.5);

    // At most one note: it says that there is something, not how much.
    private readonly Channel<bool> _notes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request, not beside it.
        throttle.Restore(store.Load());
        throttle.Changed += TakeNote;
        failures.Added += TakeNote;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        throttle.Changed -= TakeNote;
        failures.Added -= TakeNote;
        Save();
    }

    /// <summary>Writes what has happened since the last time, if anything has.</summary>
    public void Save()
    {
        var (attempts, failed) = (throttle.TakeChanges(), failures.TakeAll());
        if (attempts.Count == 0 && failed.Count == 0)
        {
            return;
        }

        try
        {
            store.Save(attempts, failed);
        }
        catch (StorageUnavailableException full)
        {
            // Still counted in memory; whoever fills the card must not get free guesses by it.
            logger.AttemptsNotSaved(full.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Half a second after the first of several, with all that came meanwhile.
            while (await _notes.Reader.ReadAsync(stoppingToken))
            {
                await Task.Delay(s_interval, clock, stoppingToken);
                Save();
            }
        }
        catch (OperationCanceledException)
        {
            // The end of the service.
        }
    }

    private void TakeNote() => _notes.Writer.TryWrite(item: true);
}
