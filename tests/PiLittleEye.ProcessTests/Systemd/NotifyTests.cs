using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Systemd;

public sealed class NotifyTests : IDisposable
{
    private const string Ready = "READY=1";
    private const string Alive = "WATCHDOG=1";

    private readonly Launch _launch = new();
    private readonly int _port = FreePorts.Take();

    public NotifyTests()
    {
        _launch.Environment["NOTIFY_SOCKET"] = _launch.File("notify");
        _launch.Environment["WATCHDOG_USEC"] = "1000000";
    }

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task Says_ready_when_it_answers_then_how_it_is_and_at_last_that_it_stops()
    {
        var answered = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var systemd = new SystemdEar(
            _launch.File("notify"),
            async message =>
            {
                if (message == Ready)
                {
                    answered.SetResult(await IsListeningAsync());
                }
            }
        );
        await using var service = await Appliance.StartAsync(_launch, $"--Https:Port={_port}");
        Assert.True(await Limit.On(answered.Task, "it says that it is ready"), "It said so before its port answered.");
        await HearsAsync(systemd, message => message.Contains("STATUS=idle", StringComparison.Ordinal), "idle");

        var token = await service.ClaimAsync();
        await using var first = await RawViewer.OpenAsync(service, token);
        await using var second = await RawViewer.OpenAsync(service, token);
        var watching = Task.WhenAll(first.ReadToEndAsync(), second.ReadToEndAsync());
        await HearsAsync(systemd, IsStatusOfTwo, "a status with viewers and frames a second");
        var pings = Pings(systemd);
        await HearsAsync(systemd, _ => Pings(systemd) >= pings + 3, "it goes on giving signs of life");

        await service.Process.SignalAsync("TERM");
        (await service.Process.EndAsync()).AssertWell();
        await watching;
        await HearsAsync(systemd, message => message.StartsWith("STOPPING=1", StringComparison.Ordinal), "stopping");
        Assert.Single(systemd.Heard, Ready);
        Assert.Equal("STOPPING=1\nSTATUS=Stopping", systemd.Heard.Last(message => message.Contains("STATUS=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Never_says_ready_when_it_cannot_listen()
    {
        await using var systemd = new SystemdEar(_launch.File("notify"), _ => Task.CompletedTask);
        using var holder = new TcpListener(IPAddress.Loopback, _port);
        holder.Start();
        var outcome = await _launch.RunAsync("serve", $"--Https:Port={_port}");
        outcome.AssertOneMessage(Outcome.Failed, $"Port {_port} is in use by ");
        Assert.DoesNotContain(Ready, systemd.Heard);
    }

    // Fifteen frames a second are asked for; a busy machine gives fewer.
    private static bool IsStatusOfTwo(string message)
    {
        const string status = "STATUS=2 viewers, ";
        const string unit = " fps";
        var line = message.Split('\n')[0];
        return line.StartsWith(status, StringComparison.Ordinal)
            && line.EndsWith(unit, StringComparison.Ordinal)
            && double.Parse(line[status.Length..^unit.Length], CultureInfo.InvariantCulture) is > 0 and < 18;
    }

    private static int Pings(SystemdEar systemd) => systemd.Heard.Count(message => message.EndsWith(Alive, StringComparison.Ordinal));

    private static Task HearsAsync(SystemdEar systemd, Func<string, bool> isIt, string what) =>
        Eventually.HoldsAsync(() => systemd.Heard.Any(isIt), $"systemd hears: {what}");

    private async Task<bool> IsListeningAsync()
    {
        using var visitor = new TcpClient();
        try
        {
            await visitor.ConnectAsync(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
