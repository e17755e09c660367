using PiLittleEye.ApplianceTests.Support;

namespace PiLittleEye.ApplianceTests;

/// <summary>A camera that is there and cannot be had: each obstacle by its name, with what to do, and gone by itself.</summary>
public sealed class ObstacleTests(Appliance appliance) : IAsyncDisposable
{
    private const string Node = "/dev/v4l/by-path/platform-vivid.0-video-index0";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_camera_that_another_program_uses_is_busy_until_that_ends()
    {
        await FreeAsync();
        // As the service's user, so that the service may see who it is.
        await appliance.Guest.RunAsync(
            "systemd-run --quiet --collect --unit=holder --uid=pi-little-eye -p SupplementaryGroups=video "
                + $"v4l2-ctl -d {Node} --stream-mmap --stream-to=/dev/null"
        );
        await Wait.UntilAsync(
            "another program streams",
            s_patience,
            async () => (await appliance.Guest.TryAsync($"v4l2-ctl -d {Node} -v width=320,height=180")).Code != 0
        );

        await MeetsAsync("busy", "v4l2-ctl, pid ", "Stop that program", "systemctl stop holder");
    }

    [Fact]
    public async Task A_camera_that_the_service_may_not_open_says_which_group_is_missing()
    {
        await FreeAsync();
        await appliance.Guest.RunAsync($"chown root:root $(readlink -f {Node})");

        await MeetsAsync("no-permission", "may not be opened by this user", "group video", Permit);
    }

    public async ValueTask DisposeAsync() => await appliance.Guest.RunAsync($"systemctl stop holder 2>/dev/null; {Permit}");

    private static string Permit => $"chown root:video $(readlink -f {Node})";

    // Of viewers before; the camera stays on for ten seconds after the last.
    private Task<TimeSpan> FreeAsync() =>
        appliance.UntilAsync(Appliance.Vivid, "the camera is off", s_patience, status => status.State is "idle" or "unavailable");

    private async Task MeetsAsync(string reason, string explanation, string remedy, string mend)
    {
        await using var stream = await appliance.WatchAsync(Appliance.Vivid);
        await stream.UntilAsync($"a card that says {reason}", s_patience, part => part.State == reason);
        var status = await appliance.StatusAsync(Appliance.Vivid);
        Assert.Equal(("unavailable", reason), (status.State, status.Reason));
        Assert.Contains(explanation, status.Explanation, StringComparison.Ordinal);
        Assert.Contains(remedy, status.Remedy, StringComparison.Ordinal);

        await appliance.Guest.RunAsync(mend);
        await stream.LiveAsync(s_patience);
    }
}
