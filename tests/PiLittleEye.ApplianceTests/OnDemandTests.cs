using PiLittleEye.ApplianceTests.Support;

namespace PiLittleEye.ApplianceTests;

/// <summary>A real device is on only while somebody looks, and soon enough then.</summary>
public sealed class OnDemandTests(Appliance appliance)
{
    private const double MostSecondsToFirstFrame = 1.5;
    private const double SecondsUntilOff = 10;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_first_frame_comes_soon_and_the_camera_goes_off_ten_seconds_after_the_last_viewer()
    {
        // Once, so that its code is compiled: emulation makes of 50 ms a second, and a service is seldom that young.
        await WatchAsync();
        var off = await appliance.UntilLoggedAsync(appliance.WatchFromInside(Appliance.Vivid, seconds: 3), "vivid is off (NobodyLooks)");
        var first = await WatchAsync();

        TestContext.Current.SendDiagnosticMessage($"first frame after {first.TotalSeconds:0.00} s, off after {off.TotalSeconds:0.0} s");
        Assert.InRange(off, TimeSpan.FromSeconds(SecondsUntilOff - 0.5), Machine.Allows(SecondsUntilOff + 1));
        var allowed = Machine.Allows(MostSecondsToFirstFrame);
        Assert.True(first <= allowed, $"It took {first.TotalSeconds:0.00} s, and {allowed.TotalSeconds:0.00} were allowed.");
    }

    private async Task<TimeSpan> WatchAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        await using var stream = await appliance.WatchAsync(Appliance.Vivid);
        await stream.LiveAsync(s_patience);
        return TimeProvider.System.GetElapsedTime(started);
    }
}
