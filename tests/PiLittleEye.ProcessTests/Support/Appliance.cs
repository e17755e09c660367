using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>The service, running and answering.</summary>
internal sealed class Appliance : IAsyncDisposable
{
    public const string Administrator = "ada";
    public const string Password = "nine lives of a cat";
    public const string Cookie = "__Host-pi-little-eye";

    private readonly List<HttpClient> _clients = [];

    private Appliance(Launch launch, ChildProcess process, int port) => (Launch, Process, Port) = (launch, process, port);

    public Launch Launch { get; }

    public ChildProcess Process { get; }

    public int Port { get; }

    public string Origin => $"https://127.0.0.1:{Port}";

    public string CertificateFile => Path.Combine(Launch.StateDirectory, "certificate.pem");

    public static async Task<Appliance> StartAsync(Launch launch, params string[] settings)
    {
        var process = launch.Serve(settings);
        try
        {
            const string ready = "Ready: https://localhost:";
            var line = await process.Output.LineWithAsync(ready).WaitAsync(ChildProcess.Patience);
            var port = line[(line.IndexOf(ready, StringComparison.Ordinal) + ready.Length)..];
            return new Appliance(launch, process, int.Parse(port, CultureInfo.InvariantCulture));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>As the console shows it to whoever stands there.</summary>
    public async Task<string> SetupCodeAsync()
    {
        const string announced = "Set-up code: ";
        var line = await Limit.On(Process.Output.LineWithAsync(announced), "the set-up code is announced");
        return line[(line.IndexOf(announced, StringComparison.Ordinal) + announced.Length)..];
    }

    /// <returns>The session's token.</returns>
    public async Task<string> ClaimAsync() =>
        await OpenAsync(
            "/api/v1/claim",
            new
            {
                setupCode = await SetupCodeAsync(),
                name = Administrator,
                password = Password,
            }
        );

    /// <returns>The session's token.</returns>
    public Task<string> SignInAsync(string name = Administrator, string password = Password) =>
        OpenAsync("/api/v1/session", new { name, password });

    /// <returns>The session's token that this answer brought.</returns>
    public static string TokenIn(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        return cookie[(Cookie.Length + 1)..cookie.IndexOf(';', StringComparison.Ordinal)];
    }

    /// <summary>A new key, made beside the running service.</summary>
    public async Task<(string Key, string Secret)> MakeKeyAsync(params string[] options)
    {
        var said = (await Launch.RunAsync(["key", "add", "some program", "--json", .. options])).AssertWell();
        using var made = JsonDocument.Parse(said);
        return (made.RootElement.GetProperty("key").GetString()!, made.RootElement.GetProperty("secret").GetString()!);
    }

    /// <returns>The part of a link that opens the picture.</returns>
    public async Task<string> MakeTicketAsync(string token)
    {
        using var answer = await Client(token)
            .PostAsJsonAsync("/api/v1/tickets", new { camera = "camera", minutes = 10 }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var made = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return made.GetProperty("url").GetString()!.Split("ticket=")[1];
    }

    /// <summary>All that README.md's commands take from the shell: $token, $key, $secret, $ticket.</summary>
    public async Task<Dictionary<string, string?>> CredentialsAsync(string token)
    {
        var (key, secret) = await MakeKeyAsync();
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["token"] = token,
            ["key"] = key,
            ["secret"] = secret,
            ["ticket"] = await MakeTicketAsync(token),
        };
    }

#pragma warning disable MA0039 // Self-signed, so it is compared with the very file: stricter than a chain.
    public RemoteCertificateValidationCallback Trust =>
        (_, shown, _, _) =>
        {
            using var ours = X509Certificate2.CreateFromPem(File.ReadAllText(CertificateFile));
            return shown is not null && ours.RawDataMemory.Span.SequenceEqual(shown.GetRawCertData());
        };
#pragma warning restore MA0039

    /// <summary>A client that trusts this machine's certificate alone.</summary>
    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient(CreateHandler()) { BaseAddress = new Uri(Origin), Timeout = TimeSpan.FromSeconds(30) };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", $"{Cookie}={token}");
        }

        _clients.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Process.DisposeAsync();
    }

    private async Task<string> OpenAsync(string path, object body)
    {
        using var answer = await Client().PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return TokenIn(answer);
    }

    private SocketsHttpHandler CreateHandler() =>
        new()
        {
            UseCookies = false,
            AllowAutoRedirect = false,
            SslOptions = { RemoteCertificateValidationCallback = Trust },
        };
}
