using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using PiLittleEye.Accounts;
using PiLittleEye.Cameras;
using PiLittleEye.Certificates;
using PiLittleEye.Imaging;
using PiLittleEye.Storage;

namespace PiLittleEye.Tests.Support;

/// <summary>
/// The whole appliance as Program composes it: real HTTPS on a free port of the loopback, a state directory of its own, and a test
/// pattern for a camera. Tests come in through its front door.
/// </summary>
internal sealed class PiLittleEyeApplication : IAsyncDisposable
{
    public const string Administrator = "Ada Lovelace";
    public const string Password = "nine lives of a cat";

    private readonly WebApplication _app;
    private readonly TemporaryDirectory _state;
    private readonly List<HttpClient> _clients = [];

    private PiLittleEyeApplication(WebApplication app, TemporaryDirectory state, CollectedLog log) =>
        (_app, _state, Log) = (app, state, log);

    public IServiceProvider Services => _app.Services;

    public CollectedLog Log { get; }

    public string StateDirectory => _state.Path;

    public int Port { get; private set; }

    public string Origin => $"https://127.0.0.1:{Port}";

    public string SetupCode =>
        Services.GetRequiredService<SetupCode>().Current() ?? throw new InvalidOperationException("Claimed already.");

    public Camera Camera => Services.GetRequiredService<CameraList>().InOrder[0];

    /// <param name="settings">As on the command line, over those that make it a test's.</param>
    public static Task<PiLittleEyeApplication> StartAsync(params string[] settings) => StartAsync(exchange: null, settings);

    /// <param name="exchange">Adds services, or puts others in the place of some.</param>
    /// <param name="settings">As on the command line, over those that make it a test's.</param>
    public static async Task<PiLittleEyeApplication> StartAsync(Action<IServiceCollection>? exchange, params string[] settings)
    {
        var state = new TemporaryDirectory();
        var file = state.Write("etc/settings.json", "{}");
        var app = Program.Build(
            [
                $"--settings={file}",
                $"--Storage:Directory={state.File("state")}",
                "--Https:Address=127.0.0.1",
                "--Https:Port=0",
                "--Cameras:0:Source=test-pattern",
                .. settings,
            ],
            exchange
        );
        var log = new CollectedLog();
        Redirect(app.Services, log);
        app.UseStorage().UseImaging().UseCertificates();
        var application = new PiLittleEyeApplication(app, state, log);
        application.MakePicturesSmall();
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        application.Port = BindingAddress.Parse(addresses.First()).Port;
        return application;
    }

    /// <summary>With an administrator called <see cref="Administrator"/>.</summary>
    public static async Task<(PiLittleEyeApplication Application, string Token)> StartClaimedAsync(params string[] settings)
    {
        var application = await StartAsync(settings);
        return (application, await application.ClaimAsync());
    }

    /// <summary>Claimed, and looking for a camera that there is not.</summary>
    public static Task<(PiLittleEyeApplication Application, string Token)> StartWithoutCameraAsync() =>
        StartClaimedAsync("--Cameras:0:Source=v4l2", "--Cameras:0:Device=/dev/video-of-nobody");

    /// <summary>Claims with the right code.</summary>
    /// <returns>The session's token.</returns>
    public async Task<string> ClaimAsync()
    {
        using var answer = await Anonymous()
            .PostAsJsonAsync("/api/v1/claim", new ClaimRequest(SetupCode, Administrator, Password), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return TokenIn(answer);
    }

    /// <summary>Opens another session for the administrator without asking for the password, which takes its time.</summary>
    public string OpenSession()
    {
        Assert.True(AccountName.TryNormalise(Administrator, out _, out var key));
        return Services.GetRequiredService<Sessions>().Open(Services.GetRequiredService<AccountStore>().FindByKey(key)!, Visitor.Local);
    }

    public HttpClient Anonymous() => Client(token: null);

    public HttpClient SignedIn() => Client(OpenSession());

    /// <summary>A client that sends this token in its cookie, and trusts this application's certificate alone.</summary>
    public HttpClient Client(string? token)
    {
        var client = new HttpClient(TrustingHandler.For(this)) { BaseAddress = new Uri(Origin), Timeout = TimeSpan.FromSeconds(20) };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={token}");
        }

        _clients.Add(client);
        return client;
    }

    /// <summary>A stranger who comes from another of the loopback's addresses.</summary>
    public HttpClient ClientFrom(IPAddress address)
    {
        var handler = TrustingHandler.For(this);
        handler.ConnectCallback = async (context, stop) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(context.DnsEndPoint, stop);
            return new NetworkStream(socket, ownsSocket: true);
        };
        // Longer than a burst of guesses takes on a busy machine.
        return new HttpClient(handler) { BaseAddress = new Uri(Origin), Timeout = TimeSpan.FromMinutes(2) };
    }

    public static string TokenIn(HttpResponseMessage answer)
    {
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"{SessionCookie.Name}=", cookie, StringComparison.Ordinal);
        return cookie[(SessionCookie.Name.Length + 1)..cookie.IndexOf(';', StringComparison.Ordinal)];
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _app.StopAsync();
        await _app.DisposeAsync();
        Log.Dispose();
        _state.Dispose();
    }

    // The factory has its filters already, and keeps looking at this one object.
    private static void Redirect(IServiceProvider services, CollectedLog log)
    {
        var filters = services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>().CurrentValue;
        filters.Rules.Add(new LoggerFilterRule(typeof(ConsoleLoggerProvider).FullName, null, LogLevel.None, null));
        services.GetRequiredService<ILoggerFactory>().AddProvider(log);
    }

    // Fast frames that cost little: a test must not wait for pictures nobody looks at.
    private void MakePicturesSmall()
    {
        foreach (var camera in Services.GetRequiredService<CameraList>().InOrder)
        {
            camera.Settings.Change(settings => settings with { Width = 320, Height = 240, FramesPerSecond = 30 });
        }
    }
}
