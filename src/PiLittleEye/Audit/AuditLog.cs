using PiLittleEye.Storage;

namespace PiLittleEye.Audit;

/// <summary>
/// Takes entries and writes them in the order they came. Whoever writes does not wait for the card: while one batch is on its way there,
/// all that comes is collected for the next, so that a busy moment costs one commit and not a hundred.
/// </summary>
internal sealed class AuditLog(AuditStore store, AuditRetention retention, TimeProvider clock, ILogger<AuditLog> logger) : IAsyncDisposable
{
    // A card that hangs for a second holds up some hundred entries at most; ten times that is under a megabyte.
    private const int MostWaiting = 1000;

    private readonly Lock _gate = new();
    private List<Waiting> _waiting = [];
    private Task? _writing;
    private int _lost;

    /// <summary>Noted soon; for what happens by itself or often. Never fails and never waits.</summary>
    public void Write(AuditEntry entry) => TryAdd(entry, written: null);

    /// <summary>Done when it is on the card: for what an administrator changes, before it is answered.</summary>
    /// <exception cref="StorageUnavailableException">It could not be written.</exception>
    public Task SaveAsync(AuditEntry entry)
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!TryAdd(entry, written))
        {
            written.SetException(
                new StorageUnavailableException(
                    "The log does not keep up with what happens. Try again in a minute.",
                    new TimeoutException()
                )
            );
        }

        return written.Task;
    }

    /// <summary>Removes everything that was written before; what is left says who did it.</summary>
    /// <exception cref="StorageUnavailableException">Nothing was removed.</exception>
    public async Task ClearAsync(AuditEntry by)
    {
        // What is on its way belongs to what is cleared.
        await SettleAsync();
        store.Clear(clock.GetUtcNow(), AuditText.Clean(by));
    }

    /// <summary>What was taken is written before the service ends.</summary>
    public ValueTask DisposeAsync() => new(SettleAsync());

    private async Task SettleAsync()
    {
        while (Writing() is { } writing)
        {
            await writing;
        }
    }

    private Task? Writing()
    {
        lock (_gate)
        {
            return _writing;
        }
    }

    private bool TryAdd(AuditEntry entry, TaskCompletionSource? written)
    {
        var waiting = new Waiting(clock.GetUtcNow(), AuditText.Clean(entry), written);
        lock (_gate)
        {
            if (_waiting.Count >= MostWaiting)
            {
                _lost++;
                return false;
            }

            _waiting.Add(waiting);
            _writing ??= Task.Run(WriteAll);
            return true;
        }
    }

    private void WriteAll()
    {
        while (TakeBatch(out var lost) is { } batch)
        {
            try
            {
                store.Append([.. batch.Select(waiting => (waiting.At, waiting.Entry)), .. Lost(lost)]);
                batch.ForEach(waiting => waiting.Written?.SetResult());
                retention.Wrote(batch.Count);
            }
            // Of whatever kind: who ends this loop ends the log.
            catch (Exception failure)
            {
                Lose(batch, lost, failure);
            }
        }
    }

    private List<Waiting>? TakeBatch(out int lost)
    {
        lock (_gate)
        {
            lost = _lost;
            if (_waiting.Count == 0)
            {
                _writing = null;
                return null;
            }

            var batch = _waiting;
            _waiting = [];
            _lost = 0;
            return batch;
        }
    }

    // The journal is another place, often in memory: there at least it can be read.
    private void Lose(List<Waiting> batch, int lostBefore, Exception failure)
    {
        logger.NotWritten(failure, batch.Count);
        foreach (var (_, entry, written) in batch)
        {
            logger.Unwritten(entry.Kind, entry.Who, entry.From, entry.Text);
            written?.SetException(failure);
        }

        lock (_gate)
        {
            _lost += lostBefore + batch.Count;
        }
    }

    private IEnumerable<(DateTimeOffset At, AuditEntry Entry)> Lost(int count)
    {
        if (count > 0)
        {
            var text = $"{count} entries could not be written here. The journal may have them.";
            yield return (clock.GetUtcNow(), new AuditEntry("entries-lost", text) { Succeeded = false, IsAlert = true });
        }
    }

    private sealed record Waiting(DateTimeOffset At, AuditEntry Entry, TaskCompletionSource? Written);
}
