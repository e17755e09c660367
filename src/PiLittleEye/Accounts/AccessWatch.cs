using PiLittleEye.Rights;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>Notices what the command line, a process of its own, changed about anybody's access: it writes to the same database.</summary>
internal sealed class AccessWatch(AccessVersionStore versions, AccessChanges changes, SetupCode setupCode, DatabaseWatch database)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        database.Written += Look;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        database.Written -= Look;
        return Task.CompletedTask;
    }

    private void Look()
    {
        if (versions.HasChanged())
        {
            setupCode.LookAgain();
            changes.Tell();
        }
    }
}
