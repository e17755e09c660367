using Microsoft.Extensions.Options;
using PiLittleEye.Storage;

namespace PiLittleEye.Audit;

/// <summary>Removes what is too old or too much, on the back of somebody's writing: a service where nothing happens does nothing. Not safe for threads.</summary>
internal sealed class AuditRetention(AuditStore store, IOptions<AuditOptions> options, TimeProvider clock, ILogger<AuditRetention> logger)
{
    // Age is counted in days (PLE-46 looks once a day); an hour is as exact as anybody needs.
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    // In a flood the size is looked at more often than that.
    private const int EveryEntries = 1000;

    private long? _lookedAt;
    private int _written;

    public void Wrote(int entries)
    {
        _written += entries;
        if (_lookedAt is { } looked && clock.GetElapsedTime(looked) < s_every && _written < EveryEntries)
        {
            return;
        }

        (_lookedAt, _written) = (clock.GetTimestamp(), 0);
        var now = clock.GetUtcNow();
        try
        {
            store.Trim(now - TimeSpan.FromDays(options.Value.KeepDays), options.Value.MostEntries, now);
        }
        catch (StorageUnavailableException failure)
        {
            // What was written stays written; the next hour tries again.
            logger.NotTrimmed(failure);
        }
    }
}
