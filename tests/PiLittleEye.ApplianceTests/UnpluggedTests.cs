using PiLittleEye.ApplianceTests.Support;

namespace PiLittleEye.ApplianceTests;

/// <summary>A device that disappears under an open stream, as a cable that is pulled out.</summary>
public sealed class UnpluggedTests(Appliance appliance) : IAsyncDisposable
{
    private const string Driver = "/sys/bus/platform/drivers/vivid";

    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_toNotice = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_toRecover = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_stream_says_so_and_goes_on_by_itself_when_it_is_plugged_in_again()
    {
        await using var stream = await appliance.WatchAsync(Appliance.Vivid);
        await stream.LiveAsync(s_start);

        await appliance.Guest.RunAsync($"echo vivid.0 >{Driver}/unbind");

        await stream.UntilAsync("a card that says unplugged", s_toNotice, part => part.State == "unplugged");
        var status = await appliance.StatusAsync(Appliance.Vivid);
        Assert.Equal(("unavailable", "unplugged"), (status.State, status.Reason));
        Assert.StartsWith("Plug it in again", status.Remedy, StringComparison.Ordinal);

        await PlugInAsync();
        await stream.LiveAsync(s_toRecover);
        Assert.Equal("live", (await appliance.StatusAsync(Appliance.Vivid)).State);
    }

    public async ValueTask DisposeAsync() => await PlugInAsync();

    private Task<string> PlugInAsync() =>
        appliance.Guest.RunAsync($"test -e {Driver}/vivid.0 || {{ echo vivid.0 >{Driver}/bind && udevadm settle; }}");
}
