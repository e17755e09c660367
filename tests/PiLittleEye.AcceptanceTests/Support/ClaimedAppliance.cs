using PiLittleEye.AcceptanceTests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>One running, claimed camera for all tests of a class.</summary>
public sealed class ClaimedAppliance : IAsyncLifetime
{
    internal Appliance Appliance { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Appliance = await Appliance.StartAsync();
        await Appliance.Api.ClaimAsync();
        // Pictures that cost little: a browser that paints in software shares two cores with what it watches.
        await Appliance.Api.ChangeAsync(new { width = 640, height = 360 });
    }

    public ValueTask DisposeAsync() => Appliance.DisposeAsync();
}
