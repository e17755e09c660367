namespace PiLittleEye.Tests.Support;

/// <summary>One running, claimed application for all tests of a class that leave it as they found it.</summary>
public sealed class ClaimedCamera : IAsyncLifetime
{
    internal PiLittleEyeApplication Application { get; private set; } = null!;

    internal HttpClient Anonymous { get; private set; } = null!;

    internal HttpClient SignedIn { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (Application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        Anonymous = Application.Anonymous();
        SignedIn = Application.SignedIn();
    }

    public ValueTask DisposeAsync() => Application.DisposeAsync();
}
