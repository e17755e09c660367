using System.Net.Http.Json;
using PiLittleEye.ProcessTests.Support;

[assembly: AssemblyFixture(typeof(ClaimedAppliance))]

namespace PiLittleEye.ProcessTests.Support;

/// <summary>One running, claimed service with a small fast picture, for all tests that leave it as they found it.</summary>
public sealed class ClaimedAppliance : IAsyncLifetime
{
    private readonly Launch _launch = new();
    private Appliance? _appliance;

    internal Appliance Appliance => _appliance!;

    /// <summary>Of a session of the administrator.</summary>
    internal string Token { get; private set; } = string.Empty;

    internal HttpClient SignedIn { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _appliance = await Appliance.StartAsync(_launch);
        Token = await _appliance.ClaimAsync();
        SignedIn = _appliance.Client(Token);
        using var answer = await SignedIn.PutAsJsonAsync(
            "/api/v1/cameras/camera/settings",
            new
            {
                width = 640,
                height = 480,
                framesPerSecond = 25,
            },
            TestContext.Current.CancellationToken
        );
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (_appliance is not null)
        {
            await _appliance.DisposeAsync();
        }

        _launch.Dispose();
    }
}
