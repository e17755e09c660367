using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Door;

/// <summary>What those who trust the local authority take and refuse: OpenSSL, curl and NSS.</summary>
public sealed class AuthorityTests : IAsyncLifetime
{
    private readonly Launch _launch = new();
    private Appliance _service = null!;

    private string Root => _launch.File("root.pem");

    public async ValueTask InitializeAsync()
    {
        _service = await Appliance.StartAsync(_launch, "--Certificate:Authority=true", "--Certificate:Names:0=eye.example.org");
        var root = await _service.Client().GetStringAsync("/authority.pem", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Root, root, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _launch.Dispose();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("eye.example.org")]
    public async Task Curl_with_the_root_takes_the_camera_under_its_own_names(string name) =>
        Assert.Equal("200", (await CurlAsync(name, _service.Port, "/healthz")).AssertWell().Trim());

    [Fact]
    public async Task Openssl_takes_it_for_a_server_and_says_that_the_constraints_are_critical()
    {
        (await VerifyAsync(_service.CertificateFile, "sslserver", "-x509_strict")).AssertWell();
        var text = (await ChildProcess.RunAsync("openssl", "x509", "-in", Root, "-noout", "-text")).AssertWell();
        Assert.Matches(@"X509v3 Basic Constraints: critical\s+CA:TRUE, pathlen:0\s", text);
        Assert.Matches(@"X509v3 Name Constraints: critical\s+Permitted:\s", text);
        Assert.Contains("IP:192.168.0.0/255.255.0.0", text, StringComparison.Ordinal);
        Assert.Contains("DNS:eye.example.org", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("www.example.com", "permitted subtree violation")]
    [InlineData("203.0.113.5", "permitted subtree violation")]
    [InlineData("2001:db8::1", "permitted subtree violation")]
    public async Task Whoever_stole_its_key_cannot_play_somebody_else(string name, string reason)
    {
        var file = Forge(name).Chain;
        var outcome = await VerifyAsync(file, "sslserver");
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.Contains(reason, outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stole_its_key_can_sign_no_mail()
    {
        var outcome = await VerifyAsync(Forge("192.168.1.1").Chain, "smimesign");
        Assert.NotEqual(0, outcome.ExitCode);
    }

    [Theory]
    [InlineData("left.eye.example.org", 0)]
    // Curl's word for a certificate that it does not take.
    [InlineData("www.example.com", 60)]
    public async Task Curl_looks_at_the_constraints_in_the_handshake(string name, int exitCode)
    {
        var (chain, key) = Forge(name);
        var port = FreePorts.Take();
        await using var forger = ChildProcess.Start([
            "openssl",
            "s_server",
            "-accept",
            $"127.0.0.1:{port}",
            "-cert",
            chain,
            "-key",
            key,
            "-www",
        ]);
        await Eventually.HoldsAsync(async () => (await CurlAsync(name, port, "/")).ExitCode != 7, "openssl listens");
        Assert.Equal(exitCode, (await CurlAsync(name, port, "/")).ExitCode);
    }

    [Fact]
    public async Task Nss_takes_an_own_name_and_refuses_a_foreign_one()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/certutil"), "certutil is missing: apt-get install libnss3-tools.");
        var store = $"sql:{_launch.File("nss")}";
        Directory.CreateDirectory(_launch.File("nss"));
        await CertutilAsync("-N", "-d", store, "--empty-password");
        await CertutilAsync("-A", "-d", store, "-n", "root", "-t", "C,,", "-a", "-i", Root);
        await CertutilAsync("-A", "-d", store, "-n", "own", "-t", ",,", "-a", "-i", Forge("eye.example.org").Chain);
        await CertutilAsync("-A", "-d", store, "-n", "foreign", "-t", ",,", "-a", "-i", Forge("www.example.com").Chain);
        (await ChildProcess.RunAsync("certutil", "-V", "-d", store, "-n", "own", "-u", "V")).AssertWell();
        var refused = await ChildProcess.RunAsync("certutil", "-V", "-d", store, "-n", "foreign", "-u", "V");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("not permitted to issue a certificate with this name", refused.Output + refused.Error, StringComparison.Ordinal);
    }

    private static async Task CertutilAsync(params string[] arguments) =>
        (await ChildProcess.RunAsync(["certutil", .. arguments])).AssertWell();

    private (string Chain, string Key) Forge(string name)
    {
        using var root = X509Certificate2.CreateFromPemFile(Path.Combine(_launch.StateDirectory, "authority.pem"));
        var forged = Issued.By(root, name);
        var (chain, key) = (_launch.File("forged.pem"), _launch.File("forged.key"));
        File.WriteAllText(chain, forged.Leaf);
        File.WriteAllText(key, forged.Key);
        return (chain, key);
    }

    private Task<Outcome> VerifyAsync(string file, string purpose, params string[] more) =>
        ChildProcess.RunAsync(["openssl", "verify", "-CAfile", Root, "-purpose", purpose, .. more, file]);

    private Task<Outcome> CurlAsync(string name, int port, string path)
    {
        var at = port.ToString(CultureInfo.InvariantCulture);
        string[] resolve = name == "127.0.0.1" ? [] : ["--resolve", $"{name}:{at}:127.0.0.1"];
        return ChildProcess.RunAsync([
            "curl",
            "--silent",
            "--output",
            "/dev/null",
            "--write-out",
            "%{http_code}",
            "--cacert",
            Root,
            .. resolve,
            $"https://{name}:{at}{path}",
        ]);
    }
}
