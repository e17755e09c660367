using Microsoft.Extensions.Hosting;
using PiLittleEye.Health;
using PiLittleEye.Hosting;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Hosting;

public sealed class SystemdNotifierTests : IAsyncDisposable
{
    private const int WorkersHang = 5001;
    private const int CannotNotify = 5002;

    private readonly SteppingClock _clock = new();
    private readonly NotifySocket _systemd = new(isAbstract: true);
    private readonly StatusLine _status = new();
    private readonly Heartbeats _heartbeats;
    private readonly CollectingLogger<SystemdNotifier> _log = new();
    private readonly SystemdNotifier _notifier;
    private string _said = "2 viewers";

    public SystemdNotifierTests()
    {
        _heartbeats = new Heartbeats(_clock);
        _status.Add(1, () => _said);
        _notifier = Notifier(_systemd.Path, TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Ready_is_said_when_all_has_started_and_stopping_when_it_ends()
    {
        IHostedLifecycleService lifecycle = _notifier;
        await lifecycle.StartedAsync(CancellationToken.None);
        Assert.Equal("READY=1", _systemd.Receive());
        await lifecycle.StoppingAsync(CancellationToken.None);
        Assert.Equal("STOPPING=1\nSTATUS=Stopping", _systemd.Receive());
    }

    [Fact]
    public async Task The_watchdog_is_fed_at_half_its_interval_and_the_status_told_when_it_changes()
    {
        await StartAsync();
        Assert.Equal("STATUS=2 viewers\nWATCHDOG=1", _systemd.Receive());

        Step(TimeSpan.FromSeconds(3));
        Assert.Equal("WATCHDOG=1", _systemd.Receive());

        _said = "3 viewers";
        Step(TimeSpan.FromSeconds(3));
        Assert.Equal("STATUS=3 viewers\nWATCHDOG=1", _systemd.Receive());
    }

    [Fact]
    public async Task While_a_worker_hangs_the_watchdog_is_not_fed_and_the_status_says_who()
    {
        var worker = _heartbeats.Add("camera bench", TimeSpan.FromSeconds(4));
        await StartAsync();
        _systemd.Receive();
        Step(TimeSpan.FromSeconds(3));
        Assert.Equal("WATCHDOG=1", _systemd.Receive());

        Step(TimeSpan.FromSeconds(3));
        Assert.Equal("STATUS=Hangs: camera bench\n", _systemd.Receive());
        Step(TimeSpan.FromSeconds(3));
        await _log.SaidAsync(WorkersHang);
        Assert.Equal(1, _log.Count(WorkersHang));

        worker.Beat();
        Step(TimeSpan.FromSeconds(3));
        Assert.Equal("STATUS=2 viewers\nWATCHDOG=1", _systemd.Receive());
    }

    [Fact]
    public async Task A_systemd_that_listens_no_more_does_not_end_the_service()
    {
        await StartAsync();
        _systemd.Receive();
        _systemd.Dispose();
        Step(TimeSpan.FromSeconds(3));
        await _log.SaidAsync(CannotNotify);
        Step(TimeSpan.FromSeconds(3));
        await _log.SaidAsync(CannotNotify, times: 2);
        Assert.False(_notifier.ExecuteTask!.IsCompleted);
    }

    [Fact]
    public async Task Not_asked_it_has_nothing_to_do()
    {
        using var alone = Notifier(path: null, watchdog: null);
        await alone.StartAsync(CancellationToken.None);
        await Limit.On(alone.ExecuteTask!, "nothing to do");
    }

    public async ValueTask DisposeAsync()
    {
        await _notifier.StopAsync(CancellationToken.None);
        _notifier.Dispose();
        _systemd.Dispose();
    }

    private SystemdNotifier Notifier(string? path, TimeSpan? watchdog) =>
        new(new SystemdSocket(path, watchdog), _status, _heartbeats, _clock, _log);

    private async Task StartAsync()
    {
        await _notifier.StartAsync(CancellationToken.None);
        await _clock.SleepersAsync();
    }

    private void Step(TimeSpan by) => _clock.Advance(by);
}
