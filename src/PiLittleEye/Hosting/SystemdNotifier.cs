using System.Globalization;
using System.Net.Sockets;
using System.Text;
using PiLittleEye.Health;

namespace PiLittleEye.Hosting;

/// <summary>
/// Tells systemd how the service is (sd_notify(3)): ready once it listens, a status line, a watchdog ping only while all workers
/// beat, and that it is stopping. Does nothing when systemd did not ask.
/// </summary>
internal sealed class SystemdNotifier(StatusLine status, Heartbeats heartbeats, TimeProvider clock, ILogger<SystemdNotifier> logger)
    : BackgroundService,
        IHostedLifecycleService
{
    // Often enough for a person at `systemctl status`, and far below any sane watchdog interval.
    private static readonly TimeSpan s_slowest = TimeSpan.FromSeconds(5);

    private readonly string? _socketPath = Environment.GetEnvironmentVariable("NOTIFY_SOCKET");

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken)
    {
        Send("READY=1");
        return Task.CompletedTask;
    }

    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken)
    {
        Send("STOPPING=1\nSTATUS=Stopping");
        return Task.CompletedTask;
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (string.IsNullOrEmpty(_socketPath))
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
            var message = line == told ? string.Empty : $"STATUS={line}\n";
            told = line;
            if (silent.Count == 0)
            {
                message += "WATCHDOG=1";
            }
            else
            {
                logger.WorkersHang(string.Join(", ", silent));
            }

            Send(message);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // systemd asks for a sign every WATCHDOG_USEC and recommends half of it.
    private static TimeSpan Interval()
    {
        var text = Environment.GetEnvironmentVariable("WATCHDOG_USEC");
        var half =
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0
                ? TimeSpan.FromMicroseconds(microseconds / 2.0)
                : s_slowest;
        return half < s_slowest ? half : s_slowest;
    }

    private void Send(string message)
    {
        if (string.IsNullOrEmpty(_socketPath) || message.Length == 0)
        {
            return;
        }

        try
        {
            // A leading @ means the abstract namespace, which the address writes as a NUL.
            var address = new UnixDomainSocketEndPoint(_socketPath[0] == '@' ? $"\0{_socketPath[1..]}" : _socketPath);
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            socket.SendTo(Encoding.UTF8.GetBytes(message), address);
        }
        catch (SocketException failure)
        {
            logger.CannotNotify(failure.Message);
        }
    }
}
