namespace PiLittleEye.Audit;

/// <summary>
/// For what comes often: the first ones are written at once, the rest of the minute is counted into one row. A source that goes on gets
/// five such rows and then one for the rest of the hour, so that no stranger fills the card or pushes everything else out of the log.
/// </summary>
internal sealed class AuditTally(AuditLog log, TimeProvider clock) : IDisposable
{
    // What anybody does in a house with twenty cameras and as many programs fits; a flood of names and addresses becomes "others".
    private const int MostSources = 500;

    private readonly Lock _gate = new();
    private readonly Dictionary<Source, TallyWindow> _windows = [];
    private readonly long _startedAt = clock.GetTimestamp();
    private ITimer? _timer;

    // Not the wall clock, which may be put back.
    private TimeSpan Now => clock.GetElapsedTime(_startedAt);

    /// <param name="entry">Written as it is while it is one of the first, and with how many came after that.</param>
    /// <param name="from">Counted together with whatever else is from there, as <see cref="AddressClass"/>; else it is the entry's own address.</param>
    /// <param name="atOnce">So many of each minute are written as they come.</param>
    public void Count(AuditEntry entry, string? from = null, int atOnce = 0)
    {
        var source = new Source(entry.Kind, entry.Who, from ?? entry.From, entry.Camera);
        bool isFirst;
        lock (_gate)
        {
            if (!_windows.TryGetValue(source, out var window))
            {
                if (_windows.Count >= MostSources)
                {
                    source = new Source(entry.Kind, Who: null, "others", Camera: null);
                    _windows.TryGetValue(source, out window);
                }

                _windows[source] = window ??= new TallyWindow(Now);
            }

            isFirst = window.Add(Now) <= atOnce;
            window.Last = isFirst ? null : entry;
            Arm();
        }

        if (isFirst)
        {
            log.Write(entry);
        }
    }

    /// <summary>What was counted so far is written: the service stops, or a test looks.</summary>
    public void Flush() => Close(everything: true);

    public void Dispose()
    {
        Flush();
        _timer?.Dispose();
    }

    private void Close(bool everything)
    {
        List<AuditEntry> rows = [];
        lock (_gate)
        {
            foreach (var (source, window) in _windows)
            {
                if (window.Close(Now, everything) is ({ } entry, var count))
                {
                    rows.Add(Row(source, entry, count));
                }
            }

            foreach (var (source, _) in _windows.Where(entry => everything || entry.Value.IsOver(Now)).ToList())
            {
                _windows.Remove(source);
            }

            Arm();
        }

        rows.ForEach(log.Write);
    }

    // Only while there is something to wait for: an idle service must not wake up.
    private void Arm()
    {
        if (_windows.Count == 0)
        {
            return;
        }

        var due = _windows.Values.Min(window => window.Due) - Now;
        _timer ??= clock.CreateTimer(_ => Close(everything: false), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(due < TimeSpan.Zero ? TimeSpan.Zero : due, Timeout.InfiniteTimeSpan);
    }

    private static AuditEntry Row(Source source, AuditEntry last, int count) =>
        last with
        {
            Who = source.Who,
            From = source.From,
            Camera = source.Camera,
            Text = count == 1 ? last.Text : $"{last.Text} This happened {count} times.",
        };

    private readonly record struct Source(string Kind, string? Who, string? From, string? Camera);
}
