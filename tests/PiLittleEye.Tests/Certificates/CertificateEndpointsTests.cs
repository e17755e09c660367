using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Certificates;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

public sealed partial class CertificateEndpointsTests : IAsyncLifetime
{
    private const string Url = "/api/v1/certificate";

    private readonly PemMaker _maker = new(TimeProvider.System.GetUtcNow());
    private PiLittleEyeApplication _camera = null!;

    private string Kept => Path.Combine(_camera.StateDirectory, "state", "own-certificate.pem");

    public async ValueTask InitializeAsync()
    {
        (_camera, _) = await PiLittleEyeApplication.StartClaimedAsync();
    }

    public ValueTask DisposeAsync() => _camera.DisposeAsync();

    [Fact]
    public async Task What_is_in_force_is_told_as_the_browser_shows_it()
    {
        var shown = await GetAsync();
        using var certificate = await ShownAsync();
        Assert.Equal("CN=Pi Little Eye", shown.GetProperty("subject").GetString());
        Assert.Equal("CN=Pi Little Eye", shown.GetProperty("issuer").GetString());
        Assert.Equal("self-signed", shown.GetProperty("origin").GetString());
        Assert.False(shown.GetProperty("isTrusted").GetBoolean());
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("warning").ValueKind);
        Assert.Contains("127.0.0.1", shown.GetProperty("names").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(FingerprintOf(certificate), shown.GetProperty("fingerprint").GetString());
        Assert.Equal(certificate.NotAfter.ToUniversalTime(), shown.GetProperty("notAfter").GetDateTimeOffset().UtcDateTime);
        Assert.EndsWith("+00:00", shown.GetProperty("notAfter").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_uploaded_pair_is_in_force_for_the_next_connection_and_the_owners_alone()
    {
        var (certificate, key) = _maker.Make();
        using var answer = await PutAsync(certificate, key);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        using var sent = X509Certificate2.CreateFromPem(certificate);
        using var shown = await ShownAsync();
        Assert.Equal(sent.Thumbprint, shown.Thumbprint);
        var told = await GetAsync();
        Assert.Equal("own", told.GetProperty("origin").GetString());
        Assert.Equal(["eye.example.org", "192.0.2.9"], told.GetProperty("names").EnumerateArray().Select(name => name.GetString()!));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Kept));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(Kept)!, "*.new"));
    }

    [Fact]
    public async Task A_pair_of_rsa_and_a_whole_chain_are_taken()
    {
        using var rsa = RSA.Create(2048);
        var key = rsa.ExportRSAPrivateKeyPem();
        using var first = await PutAsync(_maker.Make(rsa).Certificate, key);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        var (leaf, intermediate, root, chainKey) = _maker.MakeChain();
        using var second = await PutAsync($"Subject: who cares\n{leaf}\n{intermediate}\n{root}", chainKey);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        using var shown = await ShownAsync();
        Assert.Equal("CN=Some Issuer", shown.Issuer);
    }

    [Fact]
    public async Task Without_the_uploaded_pair_the_one_made_here_is_in_force_again()
    {
        using var before = await ShownAsync();
        var (certificate, key) = _maker.Make();
        using var put = await PutAsync(certificate, key);
        using var removed = await _camera.SignedIn().DeleteAsync(Url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        using var after = await ShownAsync();
        Assert.Equal(before.Thumbprint, after.Thumbprint);
        Assert.False(File.Exists(Kept));
    }

    [Fact]
    public async Task The_self_made_one_is_made_anew_with_another_key_when_somebody_asks()
    {
        using var before = await ShownAsync();
        using var answer = await _camera.SignedIn().PostAsync($"{Url}/renewal", content: null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var after = await ShownAsync();
        Assert.NotEqual(before.Thumbprint, after.Thumbprint);
        Assert.NotEqual(before.GetPublicKeyString(), after.GetPublicKeyString());

        var (certificate, key) = _maker.Make();
        using var put = await PutAsync(certificate, key);
        using var refused = await _camera.SignedIn().PostAsync($"{Url}/renewal", content: null, TestContext.Current.CancellationToken);
        await refused.AssertProblemAsync(HttpStatusCode.Conflict, "own-certificate");
    }

    [Fact]
    public async Task Every_reason_to_refuse_has_its_code_and_the_one_in_force_stays()
    {
        using var before = await ShownAsync();
        var (good, key) = _maker.Make();
        var (other, otherKey) = _maker.Make();
        var (leaf, intermediate, root, chainKey) = _maker.MakeChain();
        using var weak = RSA.Create(1024);
        using var slow = ECDsa.Create(ECCurve.NamedCurves.nistP521);
        var now = TimeProvider.System.GetUtcNow();
        using var locked = ECDsa.Create();
        locked.ImportFromPem(key);
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1);
        var late = new PemMaker(now) { Until = TimeSpan.FromHours(-1), From = TimeSpan.FromDays(-9) }.Make();
        var early = new PemMaker(now) { From = TimeSpan.FromDays(1) }.Make();
        var nameless = new PemMaker(now) { HasNames = false }.Make();
        var mail = new PemMaker(now)
        {
            Ask = request =>
                request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.4")], critical: false)),
        }.Make();
        var (weakCertificate, weakKey) = _maker.Make(weak);
        var (slowCertificate, slowKey) = _maker.Make(slow);
        (string? Certificate, string? Key, string Code)[] cases =
        [
            (null, null, "no-certificate"),
            ("rubbish", key, "no-certificate"),
            (key, good, "no-certificate"),
            (good[..200], key, "no-certificate"),
            (PemEncoding.WriteString("CERTIFICATE", [1, 2, 3]), key, "damaged-certificate"),
            (good, "", "no-key"),
            (good, good, "no-key"),
            (good, locked.ExportEncryptedPkcs8PrivateKeyPem("secret", parameters), "encrypted-key"),
            (good, "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END EC PRIVATE KEY-----", "encrypted-key"),
            (good, PemEncoding.WriteString("PRIVATE KEY", [1, 2, 3]), "damaged-key"),
            (good, otherKey, "not-matching"),
            (good, weakKey, "not-matching"),
            (late.Certificate, late.Key, "expired"),
            (early.Certificate, early.Key, "not-yet-valid"),
            ($"{intermediate}\n{leaf}", chainKey, "wrong-order"),
            ($"{leaf}\n{root}\n{intermediate}", chainKey, "wrong-order"),
            ($"{good}\n{root}", key, "wrong-order"),
            ($"{other}\n{good}", key, "wrong-order"),
            (weakCertificate, weakKey, "unsupported-key"),
            (slowCertificate, slowKey, "unsupported-key"),
            (mail.Certificate, mail.Key, "wrong-purpose"),
            (nameless.Certificate, nameless.Key, "no-names"),
            (good + new string('x', 33_000), key, "too-large"),
            (string.Concat(Enumerable.Repeat($"{good}\n", 11)), key, "too-large"),
        ];
        foreach (var (certificate, privateKey, code) in cases)
        {
            using var answer = await PutAsync(certificate, privateKey);
            var detail = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, code);
            Assert.DoesNotContain("PRIVATE KEY-----\n", detail, StringComparison.Ordinal);
        }

        using var after = await ShownAsync();
        Assert.Equal(before.Thumbprint, after.Thumbprint);
        Assert.False(File.Exists(Kept));
    }

    [Fact]
    public void Whatever_body_is_sent_is_answered_in_words()
    {
        var client = _camera.SignedIn();
        var (certificate, key) = _maker.Make();
        var good = JsonSerializer.SerializeToUtf8Bytes(new { certificate, key });
        var broken = Gen.Choose(0, good.Length - 1)
            .SelectMany(place => Gen.Choose(0, 255).Select(value => (byte[])[.. good[..place], (byte)value, .. good[(place + 1)..]]));
        var body = Gen.OneOf(broken, ArbMap.Default.GeneratorFor<byte[]>(), Gen.Choose(0, good.Length).Select(end => good[..end]));
        var property = Prop.ForAll(body.ToArbitrary(), bytes => IsAnsweredInWordsAsync(client, bytes).GetAwaiter().GetResult());
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }

    [Fact]
    public async Task A_full_disk_is_told_and_the_one_in_force_stays()
    {
        Directory.CreateDirectory(Kept + ".new");
        var (certificate, key) = _maker.Make();
        using var answer = await PutAsync(certificate, key);
        await answer.AssertProblemAsync(HttpStatusCode.InsufficientStorage, "storage-unavailable");
        Assert.Equal("self-signed", (await GetAsync()).GetProperty("origin").GetString());
    }

    [Fact]
    public async Task What_the_installer_named_wins_and_the_answer_says_so()
    {
        using var directory = new TemporaryDirectory();
        var (certificate, key) = _maker.Make();
        var (file, keyFile) = (directory.Write("a.pem", certificate), directory.Write("a.key", key));
        var (camera, _) = await PiLittleEyeApplication.StartClaimedAsync($"--Certificate:File={file}", $"--Certificate:KeyFile={keyFile}");
        await using var _ = camera;
        var (other, otherKey) = _maker.Make();

        using var answer = await camera
            .SignedIn()
            .PutAsJsonAsync(Url, new CertificateUpload(other, otherKey), TestContext.Current.CancellationToken);

        Assert.Contains(file, await answer.AssertProblemAsync(HttpStatusCode.Conflict, "installer-certificate"), StringComparison.Ordinal);
        var told = await camera.SignedIn().GetFromJsonAsync<JsonElement>(Url, TestContext.Current.CancellationToken);
        Assert.Equal(file, told.GetProperty("file").GetString());
        Assert.Equal("own", told.GetProperty("origin").GetString());
    }

    [Fact]
    public async Task Nothing_made_here_or_unknown_to_browsers_keeps_them_from_letting_people_through()
    {
        Assert.Null(await StrictTransportAsync());
        var (leaf, intermediate, root, key) = _maker.MakeChain();
        using var put = await PutAsync($"{leaf}\n{intermediate}\n{root}", key);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Null(await StrictTransportAsync());
    }

    private static string FingerprintOf(X509Certificate2 certificate) =>
        Convert
            .ToHexString(certificate.GetCertHash(HashAlgorithmName.SHA256))
            .Chunk(2)
            .Select(pair => new string(pair))
            .Aggregate((all, next) => $"{all}:{next}");

    private static async Task<bool> IsAnsweredInWordsAsync(HttpClient client, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        using var answer = await client.PutAsync(Url, content, TestContext.Current.CancellationToken);
        return answer.StatusCode == HttpStatusCode.OK
            || (
                answer.StatusCode == HttpStatusCode.BadRequest
                && answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            );
    }

    private async Task<string?> StrictTransportAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz") { Headers = { Host = PemMaker.Name } };
        using var answer = await _camera.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);
        return answer.Header("Strict-Transport-Security");
    }

    private Task<JsonElement> GetAsync() => _camera.SignedIn().GetFromJsonAsync<JsonElement>(Url, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> PutAsync(string? certificate, string? key) =>
        _camera.SignedIn().PutAsJsonAsync(Url, new CertificateUpload(certificate, key), TestContext.Current.CancellationToken);

    private Task<X509Certificate2> ShownAsync() => ShownCertificate.OfAsync(_camera.Port);
}
