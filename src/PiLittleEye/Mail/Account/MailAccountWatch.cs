using PiLittleEye.Storage;

namespace PiLittleEye.Mail.Account;

/// <summary>Has the running service take over what the command line changed.</summary>
internal sealed class MailAccountWatch(MailAccounts accounts, DatabaseWatch database) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        database.Written += accounts.TakeOver;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        database.Written -= accounts.TakeOver;
        return Task.CompletedTask;
    }
}
