namespace PiLittleEye.Hosting;

/// <summary>
/// Has the little garbage that visitors leave collected soon. The runtime waits until as much was allocated as the processor's cache is
/// large; here a viewer and frame allocate nothing, so that it waited for hours, and the process grew by 30 MB meanwhile on a machine with such a cache.
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
        var collections = GC.CollectionCount(0);
        if (collections == _collections && allocated - _allocated >= Worthwhile)
        {
            // The young alone: under a millisecond, and what lives long stays where it is.
            GC.Collect(1, GCCollectionMode.Forced, blocking: true);
            collections = GC.CollectionCount(0);
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
