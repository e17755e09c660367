namespace PiLittleEye.Hosting;

/// <summary>
/// Has what visitors leave collected soon. The runtime itself collects the youngest generation every megabyte, and what happened to be in
/// use at that moment is a generation older then: its turn comes only after many megabytes more, for hours here, where a viewer and frame allocate nothing.
/// </summary>
internal sealed class HeapSweep(TimeProvider clock) : BackgroundService
{
    // What a hundred visits leave; below that a collection gives nothing back.
    private const long Worthwhile = 1024 * 1024;

    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    private long _allocated;
    private int _collections;

    /// <summary>Called once a minute.</summary>
    public void Look()
    {
        var allocated = GC.GetTotalAllocatedBytes();
        var collections = GC.CollectionCount(1);
        if (collections == _collections && allocated - _allocated >= Worthwhile)
        {
            // The two young ones alone: a millisecond or two, and what lives long stays where it is.
            GC.Collect(1, GCCollectionMode.Forced, blocking: true);
            collections = GC.CollectionCount(1);
            allocated = GC.GetTotalAllocatedBytes();
        }

        if (collections != _collections)
        {
            (_allocated, _collections) = (allocated, collections);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Look();
        }
    }
}
