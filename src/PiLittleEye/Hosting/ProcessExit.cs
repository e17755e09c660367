using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using PiLittleEye.Problems;
using PiLittleEye.Settings;
using PiLittleEye.Storage;

namespace PiLittleEye.Hosting;

/// <summary>Runs the service and says by the exit code how it ended: 0 well, 1 start me again, 78 (EX_CONFIG) a person must mend something first.</summary>
internal static class ProcessExit
{
    public const int Failed = 1;
    public const int NeedsPerson = 78;

    public static async Task<int> RunAsync(Func<WebApplication> build)
    {
        return await GuardAsync(async () =>
        {
            await using var app = build();
            // Fetched first, because running disposes the container. On .NET 10 a crashed worker stops the host with code 0.
            var workers = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToArray();
            if (await TryStartAsync(app))
            {
                await app.WaitForShutdownAsync();
            }

            return workers.Any(worker => worker.ExecuteTask is { IsFaulted: true }) ? Failed : 0;
        });
    }

    // Not RunAsync: after a failed start that takes the workers' things away while they still run, and each complains with a stack trace.
    private static async Task<bool> TryStartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
            return true;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop before it was up; that is no failure.
            await app.StopAsync();
            return false;
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
    }

    /// <summary>Runs anything and turns what a person can mend into one message on standard error, without a stack trace.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (SettingsException wrong)
        {
            await Console.Error.WriteLineAsync("The settings are wrong:");
            foreach (var problem in wrong.Problems)
            {
                await Console.Error.WriteLineAsync($"  {problem}");
            }

            return NeedsPerson;
        }
        catch (CannotStartException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return reason.NeedsPerson ? NeedsPerson : Failed;
        }
        catch (StorageUnavailableException full)
        {
            await Console.Error.WriteLineAsync(full.Message);
            return Failed;
        }
        catch (IOException bind) when (bind.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(BusyPort.Explain(bind.Message));
            return Failed;
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.AccessDenied or SocketError.AddressNotAvailable)
        {
            await Console.Error.WriteLineAsync(
                $"The address or port cannot be listened on: {refused.Message}. Ports below 1024 need CAP_NET_BIND_SERVICE; "
                    + "Https:Address must be one of this machine's addresses."
            );
            return NeedsPerson;
        }
    }
}
