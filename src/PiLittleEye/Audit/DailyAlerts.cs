using PiLittleEye.Storage;

namespace PiLittleEye.Audit;

/// <summary>Alerts that are worth one look a day, however often their cause comes (PLE-47, PLE-W23).</summary>
internal sealed class DailyAlerts(AuditLog log, AuditStore store, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateOnly> _raised = new(StringComparer.Ordinal);

    /// <summary>Written as an alert when none of its kind was written today.</summary>
    public void Raise(AuditEntry entry)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        lock (_gate)
        {
            if (_raised.TryGetValue(entry.Kind, out var day) && day == today)
            {
                return;
            }

            _raised[entry.Kind] = today;
        }

        if (!WasRaisedBeforeRestart(entry.Kind, today))
        {
            log.Write(entry with { IsAlert = true });
        }
    }

    private bool WasRaisedBeforeRestart(string kind, DateOnly today)
    {
        try
        {
            return store.Has(kind, new DateTimeOffset(today, TimeOnly.MinValue, TimeSpan.Zero));
        }
        catch (StorageUnavailableException)
        {
            // Once too often is better than never.
            return false;
        }
    }
}
