namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>One running camera that nobody has claimed, for tests that do not either.</summary>
public sealed class FreshAppliance : IAsyncLifetime
{
    internal Appliance Appliance { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Appliance = await Appliance.StartAsync();

    public ValueTask DisposeAsync() => Appliance.DisposeAsync();
}
