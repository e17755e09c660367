using System.Text.Json;
using PiLittleEye.ApplianceTests.Support;

namespace PiLittleEye.ApplianceTests;

/// <summary>The plug is pulled. What the service has acknowledged is there when the same disk boots again.</summary>
public sealed partial class PowerCutTests(Appliance appliance)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Account_settings_and_certificate_survive_a_power_cut_right_after_a_change()
    {
        var certificate = await appliance.Guest.RunAsync("cat /var/lib/pi-little-eye/certificate.pem");
        await appliance.ChangeAsync(Appliance.Pattern, """{"quality":47,"rotation":180,"stamp":{"format":"HH:mm:ss"}}""");

        await appliance.CutPowerAndBootAsync();

        // Signing in with the password has just worked; a new set-up code would mean that the account was lost.
        Assert.NotEqual(0, (await appliance.Guest.TryAsync("pi-little-eye setup-code")).Code);
        Assert.Equal(certificate, await appliance.Guest.RunAsync("cat /var/lib/pi-little-eye/certificate.pem"));
        var settings = JsonDocument.Parse(await appliance.SettingsAsync(Appliance.Pattern)).RootElement;
        Assert.Equal(47, settings.GetProperty("quality").GetInt32());
        Assert.Equal(180, settings.GetProperty("rotation").GetInt32());
        Assert.Equal("HH:mm:ss", settings.GetProperty("stamp").GetProperty("format").GetString());
        // Its driver was loaded after the service had started: a camera that is plugged in later is as welcome as one at boot.
        await using var stream = await appliance.WatchAsync(Appliance.Vivid);
        await stream.LiveAsync(s_patience);
    }
}
