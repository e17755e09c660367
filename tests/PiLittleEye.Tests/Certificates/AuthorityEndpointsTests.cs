using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed class AuthorityEndpointsTests : IAsyncLifetime
{
    private const string Url = "/api/v1/certificate/authority";

    private PiLittleEyeApplication _camera = null!;

    public async ValueTask InitializeAsync()
    {
        (_camera, _) = await PiLittleEyeApplication.StartClaimedAsync();
    }

    public ValueTask DisposeAsync() => _camera.DisposeAsync();

    [Fact]
    public async Task There_is_none_until_somebody_makes_it()
    {
        var told = await GetAsync(_camera);
        Assert.False(told.GetProperty("isMade").GetBoolean());
        Assert.Equal(JsonValueKind.Null, told.GetProperty("qr").ValueKind);
        using var root = await _camera.Anonymous().GetAsync("/authority.pem", TestContext.Current.CancellationToken);
        await root.AssertProblemAsync(HttpStatusCode.NotFound, "no-authority");
        Assert.False(File.Exists(Path.Combine(_camera.StateDirectory, "state", "authority.pem")));
    }

    [Fact]
    public async Task Once_made_it_signs_what_the_next_connection_is_shown_and_anybody_can_fetch_its_root()
    {
        using var made = await PostAsync();
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var told = await GetAsync(_camera);
        Assert.Equal($"{_camera.Origin}/authority.crt", told.GetProperty("url").GetString());
        Assert.StartsWith("<svg", told.GetProperty("qr").GetString(), StringComparison.Ordinal);
        Assert.Contains("192.168.0.0/16", told.GetProperty("ranges").EnumerateArray().Select(range => range.GetString()));

        using var root = await RootAsync();
        using var shown = await ShownCertificate.OfAsync(_camera.Port);
        Assert.Equal(root.Subject, shown.Issuer);
        using var chain = new X509Chain
        {
            ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck },
        };
        chain.ChainPolicy.CustomTrustStore.Add(root);
        Assert.True(chain.Build(shown));
        Assert.InRange((shown.NotAfter - shown.NotBefore).TotalDays, 300, 397);
        Assert.InRange((root.NotAfter - root.NotBefore).TotalDays, 3650, 3655);
        Assert.Equal(
            "authority",
            (await _camera.SignedIn().GetFromJsonAsync<JsonElement>("/api/v1/certificate", TestContext.Current.CancellationToken))
                .GetProperty("origin")
                .GetString()
        );
    }

    [Fact]
    public async Task The_root_comes_without_its_key_in_both_forms_and_the_key_is_the_owners_alone()
    {
        using var made = await PostAsync();
        using var root = await RootAsync();
        var pem = await _camera.Anonymous().GetStringAsync("/authority.pem", TestContext.Current.CancellationToken);
        using var read = X509Certificate2.CreateFromPem(pem);
        Assert.Equal(root.RawData, read.RawData);
        Assert.DoesNotContain("PRIVATE", pem, StringComparison.Ordinal);
        Assert.False(root.HasPrivateKey);
        var kept = Path.Combine(_camera.StateDirectory, "state", "authority.pem");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(kept));
    }

    [Fact]
    public async Task A_second_one_is_refused_because_phones_trust_the_first()
    {
        using var made = await PostAsync();
        using var root = await RootAsync();
        using var again = await PostAsync();
        await again.AssertProblemAsync(HttpStatusCode.Conflict, "authority-exists");
        using var still = await RootAsync();
        Assert.Equal(root.Thumbprint, still.Thumbprint);
    }

    [Fact]
    public async Task Given_up_it_leaves_a_certificate_that_signs_itself()
    {
        using var made = await PostAsync();
        using var removed = await _camera.SignedIn().DeleteAsync(Url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var shown = await ShownCertificate.OfAsync(_camera.Port);
        Assert.Equal(shown.Subject, shown.Issuer);
        Assert.False((await GetAsync(_camera)).GetProperty("isMade").GetBoolean());
    }

    [Fact]
    public async Task The_installer_can_have_one_made_at_the_first_start_and_then_it_stays()
    {
        var (camera, _) = await PiLittleEyeApplication.StartClaimedAsync("--Certificate:Authority=true");
        await using var _ = camera;
        Assert.True((await GetAsync(camera)).GetProperty("isMade").GetBoolean());
        using var removed = await camera.SignedIn().DeleteAsync(Url, TestContext.Current.CancellationToken);
        await removed.AssertProblemAsync(HttpStatusCode.Conflict, "installer-authority");
    }

    [Fact]
    public async Task With_an_authority_browsers_are_not_told_to_keep_people_out()
    {
        using var made = await PostAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz") { Headers = { Host = "localhost" } };
        using var answer = await _camera.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Null(answer.Header("Strict-Transport-Security"));
    }

    private static Task<JsonElement> GetAsync(PiLittleEyeApplication camera) =>
        camera.SignedIn().GetFromJsonAsync<JsonElement>(Url, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> PostAsync() =>
        _camera.SignedIn().PostAsync(Url, content: null, TestContext.Current.CancellationToken);

    private async Task<X509Certificate2> RootAsync()
    {
        using var answer = await _camera.Anonymous().GetAsync("/authority.crt", TestContext.Current.CancellationToken);
        Assert.Equal("application/x-x509-ca-cert", answer.Content.Headers.ContentType?.MediaType);
        return X509CertificateLoader.LoadCertificate(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }
}
