using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PiLittleEye.Accounts;

namespace PiLittleEye.Web;

/// <summary>Says on the console and in the journal where the page is, and with which code it is claimed while nobody has.</summary>
internal sealed partial class Announcement(IServer server, SetupCode setupCode, ILogger<Announcement> logger) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // Asked, not read from the settings: there the port may be "any free one".
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        ReadyAt(BindingAddress.Parse(addresses.First()).Port);
        if (setupCode.Current() is { } code)
        {
            WaitsForClaim(code);
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(6001, LogLevel.Information, "Ready: https://localhost:{Port}")]
    private partial void ReadyAt(int port);

    [LoggerMessage(6002, LogLevel.Warning, "Nobody has claimed this camera yet. Set-up code: {Code}")]
    private partial void WaitsForClaim(string code);
}
