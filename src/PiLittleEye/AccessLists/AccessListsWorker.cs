using PiLittleEye.Storage;

namespace PiLittleEye.AccessLists;

/// <summary>Takes over what the command line changed, tells every minute how many were refused, and keeps the counts.</summary>
internal sealed class AccessListsWorker(AccessGate gate, HitCounts hits, AccessListsTrail trail, DatabaseWatch database, TimeProvider clock)
    : BackgroundService
{
    // One page of the card each quarter of an hour, and only when somebody came: a power cut loses that much of a count, and nothing else.
    private const int Quarter = 15;

    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        database.Written += gate.TakeOver;
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_minute, clock);
        try
        {
            for (var minute = 1; await timer.WaitForNextTickAsync(stoppingToken); minute++)
            {
                if (hits.TakeRefused() is var refused and > 0)
                {
                    trail.Refused(refused);
                }

                if (minute % Quarter == 0)
                {
                    Save();
                }
            }
        }
        finally
        {
            database.Written -= gate.TakeOver;
            Save();
        }
    }

    private void Save()
    {
        try
        {
            hits.Save(gate.InForce);
        }
        catch (StorageUnavailableException)
        {
            // A disk that is full for a while: what is in force stays, and whoever saves something is told by that.
        }
    }
}
