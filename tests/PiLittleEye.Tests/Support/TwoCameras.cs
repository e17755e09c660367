using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Cameras;

namespace PiLittleEye.Tests.Support;

/// <summary>A running, claimed application with two cameras, told apart by their pictures' widths: front 320, back 480.</summary>
public sealed class TwoCameras : IAsyncLifetime
{
    internal PiLittleEyeApplication Application { get; private set; } = null!;

    internal HttpClient SignedIn { get; private set; } = null!;

    internal static async Task<(PiLittleEyeApplication Application, string Token)> StartAsync()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync(
            "--Cameras:0:Id=front",
            "--Cameras:1:Id=back",
            "--Cameras:1:Source=test-pattern"
        );
        var back = application.Services.GetRequiredService<CameraList>().InOrder[1];
        back.Settings.Change(settings => settings with { Width = 480 });
        return (application, token);
    }

    public async ValueTask InitializeAsync()
    {
        (Application, _) = await StartAsync();
        SignedIn = Application.SignedIn();
    }

    public ValueTask DisposeAsync() => Application.DisposeAsync();
}
