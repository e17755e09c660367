using PiLittleEye.Storage;

namespace PiLittleEye.AccessLists;

/// <summary>Looks every second for what the command line changed, tells every minute how many were refused, and keeps the counts.</summary>
internal sealed class AccessListsWorker(AccessGate gate, HitCounts hits, AccessListsTrail trail, TimeProvider clock) : BackgroundService
{
    private const int Minute = 60;

    // One page of the card each quarter of an hour, and only when somebody came: a power cut loses that much of a count, and nothing else.
    private const int Quarter = 15 * Minute;

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_look, clock);
        try
        {
            for (var second = 1; await timer.WaitForNextTickAsync(stoppingToken); second++)
            {
                Try(gate.TakeOver);
                if (second % Minute == 0 && hits.TakeRefused() is var refused and > 0)
                {
                    trail.Refused(refused);
                }

                if (second % Quarter == 0)
                {
                    Try(Save);
                }
            }
        }
        finally
        {
            Try(Save);
        }
    }

    private void Save() => hits.Save(gate.InForce);

    // A disk that is full for a while: what is in force stays, and whoever saves something is told by that.
    private static void Try(Action look)
    {
        try
        {
            look();
        }
        catch (StorageUnavailableException) { }
    }
}
