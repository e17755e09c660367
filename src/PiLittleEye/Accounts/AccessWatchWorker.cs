using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>Notices what the command line, a process of its own, changed about anybody's access: it writes to the same database.</summary>
internal sealed class AccessWatchWorker(AccessVersionStore versions, AccessChanges changes, SetupCode setupCode, TimeProvider clock)
    : BackgroundService
{
    // A stream must end within a second of its right; half of that is left for the stream itself.
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(0.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_look, clock);
        do
        {
            if (versions.HasChanged())
            {
                setupCode.LookAgain();
                changes.Tell();
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
