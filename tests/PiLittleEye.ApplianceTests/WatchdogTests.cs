using PiLittleEye.ApplianceTests.Support;

namespace PiLittleEye.ApplianceTests;

/// <summary>A thread that hangs in a driver cannot be helped from inside; systemd's watchdog does it.</summary>
public sealed class WatchdogTests(Appliance appliance)
{
    // A worker may be silent for 20 s, the unit's watchdog waits 30 more, and a start takes a minute on a busy machine.
    private static readonly TimeSpan s_longestFreeze = TimeSpan.FromSeconds(240);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_frozen_camera_thread_has_the_service_restarted_and_the_picture_comes_back()
    {
        await using var stream = await appliance.WatchAsync(Appliance.Pattern);
        await stream.LiveAsync(s_patience);
        var service = await appliance.MainProcessAsync();
        var since = await appliance.Guest.RunAsync("date +%s");

        await appliance.Guest.RunAsync($"systemd-run --quiet --collect --unit=freeze freeze-thread {service} 'cam {Appliance.Pattern}'");
        // While the watchdog counts, viewers are told: the supervisor runs on.
        await stream.UntilAsync("a card", s_patience, part => part.State == "no-frames");
        await appliance.UntilRestartedAsync(service, s_longestFreeze);

        var journal = await appliance.Guest.RunAsync($"journalctl -u pi-little-eye --since @{since} -o cat");
        Assert.Contains("Watchdog timeout", journal, StringComparison.Ordinal);
        Assert.Contains($"no longer fed: camera {Appliance.Pattern}", journal, StringComparison.Ordinal);
        await using var again = await appliance.WatchAsync(Appliance.Pattern);
        await again.LiveAsync(s_patience);
    }
}
