using System.Globalization;
using PiLittleEye.ApplianceTests.Support;

namespace PiLittleEye.ApplianceTests;

/// <summary>libcamera's own virtual camera, read through a child program, and every way in which that child can leave us.</summary>
public sealed class ChildTests(Appliance appliance)
{
    private const double MostSecondsOfSilence = 3;
    private const string Child = "pgrep -u pi-little-eye -x gst-launch-1.0";

    // Ten seconds on an idle machine.
    private static readonly TimeSpan s_longestRestart = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_child_that_is_killed_is_replaced_in_the_same_stream()
    {
        await using var stream = await appliance.WatchAsync(Appliance.Libcamera);
        using var picture = (await stream.LiveAsync(s_patience)).Decode();
        Assert.Equal((640, 480), (picture.Size.Width, picture.Size.Height));
        var child = await ChildAsync();

        await appliance.Guest.RunAsync($"kill -KILL {child}");

        await stream.UntilAsync("a card that says why", s_patience, part => part.State is "program-ended" or "short-frame");
        await stream.LiveAsync(s_patience);
        Assert.NotEqual(child, await ChildAsync());
    }

    [Fact]
    public async Task A_child_that_hangs_is_found_out_and_replaced()
    {
        await using var stream = await appliance.WatchAsync(Appliance.Libcamera);
        await stream.LiveAsync(s_patience);
        var child = await ChildAsync();

        var took = await appliance.UntilLoggedAsync($"kill -STOP {child}", "libcamera is unavailable (no-frames)");

        // The pipe still holds two frames, and to kill a process takes a moment under emulation.
        var allowed = Machine.Allows(MostSecondsOfSilence + 1);
        Assert.True(took <= allowed, $"It was found out after {took.TotalSeconds:0.0} s, and {allowed.TotalSeconds:0.0} were allowed.");
        await stream.LiveAsync(s_patience);
        Assert.NotEqual(child, await ChildAsync());
    }

    [Fact]
    public async Task A_service_that_is_killed_leaves_no_child_behind_and_is_started_again()
    {
        await using var stream = await appliance.WatchAsync(Appliance.Libcamera);
        await stream.LiveAsync(s_patience);
        var child = int.Parse(await ChildAsync(), CultureInfo.InvariantCulture);
        var service = await appliance.MainProcessAsync();

        // As nobody else's: systemd's own clean-up of the group must not be what ends the child.
        var left = await appliance.Guest.RunAsync(
            $"systemctl kill --kill-whom=main -s KILL pi-little-eye; for i in 1 2 3 4 5 6 7 8 9 10; do test -d /proc/{child} || break; sleep 0.1; done; "
                + $"test -d /proc/{child} && cat /proc/{child}/comm || echo none"
        );

        Assert.Equal("none", left);
        await appliance.UntilRestartedAsync(service, s_longestRestart);
        await using var again = await appliance.WatchAsync(Appliance.Libcamera);
        await again.LiveAsync(s_patience);
        Assert.Single((await ChildAsync()).Split('\n'));
    }

    // On a busy machine it may be silent for three seconds by itself, and is being replaced just now.
    private async Task<string> ChildAsync()
    {
        var child = string.Empty;
        await Wait.UntilAsync("a child runs", s_patience, async () => (child = (await appliance.Guest.TryAsync(Child)).Output).Length > 0);
        return child;
    }
}
