namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>A claimed camera with something in each of its lists.</summary>
public sealed class FurnishedAppliance : IAsyncLifetime
{
    internal Appliance Appliance { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Appliance = await Appliance.StartAsync();
        var api = Appliance.Api;
        await api.ClaimAsync();
        await api.ChangeAsync(new { width = 640, height = 360 });
        await api.AddPersonAsync("Charles Babbage", "viewer");
        await api.AddPersonAsync("Grace Hopper", "guest");
        await api.MakeKeyAsync("OctoPrint");
        await api.PostAsync("tickets", new { camera = "camera", minutes = 90 });
        await api.FailToSignInAsync(times: 2);
    }

    public ValueTask DisposeAsync() => Appliance.DisposeAsync();
}
