using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>The service's own interface, spoken directly: to prepare what a test needs, and to check what the page has really done.</summary>
internal sealed class Api(Appliance appliance) : IDisposable
{
    public const string Name = "Ada Lovelace";
    public const string Password = "nine lives of a cat";
    public const string TemporaryPassword = "copper kettle violin";
    public const string CookieName = "__Host-pi-little-eye";

    private readonly HttpClient _client = new(Trusting(appliance));

    /// <summary>Of the session that <see cref="ClaimAsync"/> opened.</summary>
    public string Token { get; private set; } = "";

    public async Task ClaimAsync()
    {
        var claim = new
        {
            setupCode = await appliance.ReadSetupCodeAsync(),
            name = Name,
            password = Password,
        };
        using var answer = await _client.PostAsJsonAsync(Url("claim"), claim);
        answer.EnsureSuccessStatusCode();
        Token = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0][(CookieName.Length + 1)..];
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    /// <summary>Ends somebody else's session.</summary>
    public async Task SignOutAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, Url("session"));
        request.Headers.Add("Cookie", $"{CookieName}={token}");
        using var answer = await _client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    public async Task FailToSignInAsync(int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            using var answer = await _client.PostAsJsonAsync(Url("session"), new { name = Name, password = "a guess that is wrong" });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    public Task<JsonElement> StatusAsync(string camera = "camera") => GetAsync($"cameras/{camera}/status");

    public Task<JsonElement> SettingsAsync(string camera = "camera") => GetAsync($"cameras/{camera}/settings");

    public async Task ChangeAsync(object settings, string camera = "camera")
    {
        using var answer = await _client.PutAsJsonAsync(Url($"cameras/{camera}/settings"), settings);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Waits until so many streams of a camera are open.</summary>
    public Task SeeViewersAsync(int count, string camera = "camera") =>
        Limit.Until(
            async () => (await StatusAsync(camera)).GetProperty("viewers").GetInt32(),
            viewers => viewers == count,
            $"{count} viewers"
        );

    /// <returns>What <c>POST /api/v1/tickets</c> answers: id, url, photoUrl and so on.</returns>
    public async Task<JsonElement> MakeTicketAsync(bool isKiosk = false, string camera = "camera")
    {
        using var answer = await _client.PostAsJsonAsync(
            Url("tickets"),
            new
            {
                camera,
                minutes = 60,
                kiosk = isKiosk,
            }
        );
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task RevokeTicketAsync(long id)
    {
        using var answer = await _client.DeleteAsync(Url($"tickets/{id}"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public Task<HttpResponseMessage> AnswerAsync(string path) => _client.GetAsync(new Uri(appliance.Origin + path));

    /// <summary>A key that may watch every camera.</summary>
    public Task<JsonElement> MakeKeyAsync(string name) =>
        PostAsync("keys", new { name, rights = new Dictionary<string, string[]> { ["*"] = ["watch"] } });

    /// <summary>With <see cref="TemporaryPassword"/>; a guest for a day.</summary>
    public Task<JsonElement> AddPersonAsync(string name, string role) =>
        PostAsync(
            "accounts",
            new
            {
                name,
                role,
                password = TemporaryPassword,
                expiresAt = role == "guest" ? TimeProvider.System.GetUtcNow().AddDays(1) : (DateTimeOffset?)null,
                rights = new Dictionary<string, string[]> { ["*"] = ["watch"] },
            }
        );

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _client.PostAsJsonAsync(Url(path), body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>What is answered with nothing.</summary>
    public async Task SendAsync(string path, object body)
    {
        using var answer = await _client.PostAsJsonAsync(Url(path), body);
        answer.EnsureSuccessStatusCode();
    }

    public async Task PutAsync(string path, object body)
    {
        using var answer = await _client.PutAsJsonAsync(Url(path), body);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What a program is told that shows a key for a photo.</summary>
    public async Task<HttpStatusCode> StatusAsKeyAsync(string bearer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Url("photo.jpg"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var answer = await _client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>What somebody is told who has no account and opens an address.</summary>
    public async Task<HttpStatusCode> StatusAsStrangerAsync(string address)
    {
        using var stranger = new HttpClient(Trusting(appliance));
        using var answer = await stranger.GetAsync(new Uri(address));
        return answer.StatusCode;
    }

    public void Dispose() => _client.Dispose();

    public Task<JsonElement> GetAsync(string path) => _client.GetFromJsonAsync<JsonElement>(Url(path));

    // The one certificate that it made for itself, and nobody else's.
    private static SocketsHttpHandler Trusting(Appliance appliance) =>
        new()
        {
            UseCookies = false,
            SslOptions =
            {
                CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { X509CertificateLoader.LoadCertificateFromFile(appliance.InState("certificate.pem")) },
                    RevocationMode = X509RevocationMode.NoCheck,
                },
            },
        };

    private Uri Url(string path) => new($"{appliance.Origin}/api/v1/{path}");
}
