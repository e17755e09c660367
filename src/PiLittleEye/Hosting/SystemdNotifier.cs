using System.Net.Sockets;
using PiLittleEye.Health;

namespace PiLittleEye.Hosting;

/// <summary>
/// Tells systemd how the service is (sd_notify(3)): ready once it listens, a status line, a watchdog ping only while all workers
/// beat, and that it is stopping. Does nothing when systemd did not ask.
/// </summary>
internal sealed class SystemdNotifier(
    SystemdSocket systemd,
    StatusLine status,
    Heartbeats heartbeats,
    TimeProvider clock,
    ILogger<SystemdNotifier> logger
) : BackgroundService, IHostedLifecycleService
{
    // Often enough for a person at `systemctl status`, and far below any sane watchdog interval.
    private static readonly TimeSpan s_slowest = TimeSpan.FromSeconds(5);

    private volatile bool _isStopping;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken)
    {
        Send("READY=1");
        return Task.CompletedTask;
    }

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        Send("STOPPING=1\nSTATUS=Stopping");
        return Task.CompletedTask;
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!systemd.IsAsked)
        {
            return;
        }

        var interval = Interval();
        using var timer = new PeriodicTimer(interval, clock);
        var told = string.Empty;
        do
        {
            var silent = heartbeats.Silent();
            var line = silent.Count == 0 ? status.Text : $"Hangs: {string.Join(", ", silent)}";
            // The last word on how it is stays "Stopping", whatever still goes on.
            var message = line == told || _isStopping ? string.Empty : $"STATUS={line}\n";
            if (silent.Count == 0)
            {
                message += "WATCHDOG=1";
            }
            else if (line != told)
            {
                logger.WorkersHang(string.Join(", ", silent));
            }

            told = line;

            Send(message);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // systemd asks for a sign every WATCHDOG_USEC and recommends half of it.
    private TimeSpan Interval() => systemd.Watchdog / 2 is { } half && half < s_slowest ? half : s_slowest;

    private void Send(string message)
    {
        if (message.Length == 0)
        {
            return;
        }

        try
        {
            systemd.Send(message);
        }
        catch (SocketException failure)
        {
            logger.CannotNotify(failure.Message);
        }
    }
}
