using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cli;

public sealed class AccountCommandTests : IAsyncLifetime
{
    private PiLittleEyeApplication _application = null!;

    public async ValueTask InitializeAsync() => (_application, _) = await PiLittleEyeApplication.StartClaimedAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_lock_ends_what_is_open_in_the_running_service_and_unlocking_lets_in_again()
    {
        var account = _application.AddWithPassword("Grace");
        await using var stream = await StreamViewer.OpenAsync(_application, _application.OpenSession(account));
        await stream.NextLiveAsync();

        Assert.Equal(0, await RunAsync("account", "lock", "GRACE"));

        Assert.Equal("signed-out", (await stream.LastAsync()).State);
        using var refused = await _application.Anonymous().SignInAsync("Grace", People.Password);
        await refused.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-name-or-password");
        Assert.Equal(0, await RunAsync("account", "unlock", "Grace", "--json"));
        using var again = await _application.Anonymous().SignInAsync("Grace", People.Password);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
    }

    [Fact]
    public async Task Unlocking_ends_the_waiting_after_wrong_passwords_in_the_running_service_too()
    {
        _ = _application.AddWithPassword("Grace");
        var throttle = _application.Services.GetRequiredService<AttemptThrottle>();
        while (throttle.Admit(AttemptThrottle.KeyOfName("grace", unlocks: 0)) == TimeSpan.Zero) { }

        using var waiting = await _application.Anonymous().SignInAsync("Grace", People.Password);
        await waiting.AssertProblemAsync(HttpStatusCode.TooManyRequests, "too-many-attempts");
        Assert.Equal(0, await RunAsync("account", "unlock", "grace"));
        using var home = await _application.Anonymous().SignInAsync("Grace", People.Password);
        Assert.Equal(HttpStatusCode.NoContent, home.StatusCode);

        // Nor where this person was before, which is counted apart.
        var address = AttemptThrottle.KeyOf(IPAddress.Loopback);
        while (throttle.Admit(AttemptThrottle.KeyOfKnown(address, "grace", unlocks: 1)) == TimeSpan.Zero) { }

        using var waitingHere = await _application.Anonymous().SignInAsync("Grace", People.Password);
        await waitingHere.AssertProblemAsync(HttpStatusCode.TooManyRequests, "too-many-attempts");
        Assert.Equal(0, await RunAsync("account", "unlock", "grace"));
        using var homeAgain = await _application.Anonymous().SignInAsync("Grace", People.Password);
        Assert.Equal(HttpStatusCode.NoContent, homeAgain.StatusCode);
    }

    [Fact]
    public async Task What_the_page_refuses_the_command_line_refuses_too()
    {
        Assert.Equal(1, await RunAsync("account", "delete", PiLittleEyeApplication.Administrator));
        Assert.Equal(1, await RunAsync("account", "lock", PiLittleEyeApplication.Administrator));
        Assert.Equal(1, await RunAsync("account", "lock", "Nobody"));
        using var still = await _application.SignedIn().GetAsync("/api/v1/session", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task An_account_is_deleted_and_the_others_are_listed()
    {
        _ = _application.Add("Grace", AccountRole.Administrator);
        Assert.Equal(0, await RunAsync("account", "delete", "Grace"));
        Assert.Equal(0, await RunAsync("account", "list"));
        Assert.Equal(0, await RunAsync("account", "list", "--json"));
        Assert.Equal(1, await RunAsync("account", "delete", "Grace"));
    }

    [Fact]
    public async Task After_a_factory_reset_the_running_camera_is_claimed_anew_and_keeps_its_certificate()
    {
        using var before = _application.SignedIn();
        var certificate = await File.ReadAllBytesAsync(CertificateFile, TestContext.Current.CancellationToken);

        Assert.Equal(0, await RunAsync("factory-reset", "--yes"));

        using var ended = await before.GetAsync("/api/v1/session", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        Assert.Equal(certificate, await File.ReadAllBytesAsync(CertificateFile, TestContext.Current.CancellationToken));
        var setupCode = Path.Combine(Directory, SetupCode.FileName);
        Assert.True(File.Exists(setupCode));
        await Limit.Until(() => !_application.IsClaimed(), "the service has noticed");
        _ = await _application.ClaimAsync();
    }

    private string Directory => Path.Combine(_application.StateDirectory, "state");

    private string CertificateFile => Path.Combine(Directory, "certificate.pem");

    private Task<int> RunAsync(params string[] words) => Program.Main([.. words, $"--Storage:Directory={Directory}"]);
}
