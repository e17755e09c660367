using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Door;

/// <summary>Browsers are told to insist on HTTPS only where they take the certificate anyway; else nobody could pass their warning.</summary>
public sealed class StrictTransportTests : IDisposable
{
    private const string Host = "eye.example.org";

    private readonly Launch _launch = new();

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task With_a_certificate_that_the_machines_trust_store_vouches_for_and_under_its_name()
    {
        await using var service = await StartAsync(isKnown: true);
        Assert.Equal("max-age=15768000", await HeaderAsync(service, Host));
        Assert.Null(await HeaderAsync(service, "localhost"));
        Assert.Null(await HeaderAsync(service, "127.0.0.1"));
        Assert.Null(await HeaderAsync(service, "other.example.org"));
    }

    [Fact]
    public async Task Not_with_one_whose_root_nobody_knows()
    {
        await using var service = await StartAsync(isKnown: false);
        Assert.Null(await HeaderAsync(service, Host));
    }

    [Fact]
    public async Task Not_with_one_made_here()
    {
        await using var service = await Appliance.StartAsync(_launch, $"--Certificate:Names:0={Host}", "--Certificate:Authority=true");
        Assert.Null(await HeaderAsync(service, Host));
    }

    private async Task<Appliance> StartAsync(bool isKnown)
    {
        var issued = Issued.FromNewRoot(Host, out var root);
        var (chain, key, roots) = (_launch.File("chain.pem"), _launch.File("key.pem"), _launch.File("roots.pem"));
        await File.WriteAllTextAsync(chain, issued.Chain, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(key, issued.Key, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(roots, isKnown ? root : string.Empty, TestContext.Current.CancellationToken);
        // OpenSSL's own words for "this is the machine's trust store".
        _launch.Environment["SSL_CERT_FILE"] = roots;
        _launch.Environment["SSL_CERT_DIR"] = Directory.CreateDirectory(_launch.File("no-more")).FullName;
        return await Appliance.StartAsync(_launch, $"--Certificate:File={chain}", $"--Certificate:KeyFile={key}");
    }

    private static async Task<string?> HeaderAsync(Appliance service, string host)
    {
        var outcome = await ChildProcess.RunAsync(
            "curl",
            "--insecure",
            "--silent",
            "--dump-header",
            "-",
            "--output",
            "/dev/null",
            "--header",
            $"Host: {host}:{service.Port}",
            $"{service.Origin}/healthz"
        );
        const string name = "Strict-Transport-Security: ";
        var line = outcome.AssertWell().Split('\n').SingleOrDefault(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return line?[name.Length..].Trim();
    }
}
