using System.Security.Cryptography;
using System.Text.Json;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Verbs;

public sealed class CertificateVerbTests : IDisposable
{
    // The service looks at the files every two seconds; the rest is for a busy machine.
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(15);

    private readonly Launch _launch = new();

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task Show_says_what_a_connection_is_shown()
    {
        await using var service = await Appliance.StartAsync(_launch);
        using var shown = await Shown.ByAsync(service);
        var told = await JsonAsync("show");
        Assert.Equal(
            Convert.ToHexString(shown.GetCertHash(HashAlgorithmName.SHA256)),
            told.GetProperty("fingerprint").GetString()!.Replace(":", "", StringComparison.Ordinal)
        );
        Assert.Equal("self-signed", told.GetProperty("origin").GetString());
        Assert.Contains("made here, signed by itself", (await RunAsync("show")).AssertWell(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_service_takes_over_what_the_verbs_did()
    {
        await using var service = await Appliance.StartAsync(_launch);
        var first = await Shown.ThumbprintAsync(service);
        var issued = Issued.FromNewRoot("eye.example.org", out _);
        var (chain, key) = (_launch.File("chain.pem"), _launch.File("key.pem"));
        await File.WriteAllTextAsync(chain, issued.Chain, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(key, issued.Key, TestContext.Current.CancellationToken);

        Assert.Equal("own", (await JsonAsync("import", "--certificate", chain, "--key", key)).GetProperty("origin").GetString());
        Assert.InRange(await Shown.SoonAsync(service, issued.Thumbprint), TimeSpan.Zero, s_soon);
        (await RunAsync("renew")).AssertOneMessage(Outcome.Failed, "(own-certificate)");

        (await RunAsync("remove")).AssertWell();
        Assert.InRange(await Shown.SoonAsync(service, first), TimeSpan.Zero, s_soon);

        (await RunAsync("renew")).AssertWell();
        await Eventually.HoldsAsync(async () => await Shown.ThumbprintAsync(service) != first, "the renewed one is in force");

        var made = await JsonAsync("authority");
        Assert.True(made.GetProperty("isMade").GetBoolean());
        await Eventually.HoldsAsync(
            async () => (await Shown.ByAsync(service)).Issuer == made.GetProperty("subject").GetString(),
            "the authority signs"
        );
        Assert.Equal(made.GetProperty("fingerprint").GetString(), (await JsonAsync("authority")).GetProperty("fingerprint").GetString());
        Assert.False((await JsonAsync("authority", "--remove")).GetProperty("isMade").GetBoolean());
    }

    [Fact]
    public async Task What_cannot_be_used_is_refused_in_one_sentence_with_its_code()
    {
        var issued = Issued.FromNewRoot("eye.example.org", out _);
        var other = Issued.FromNewRoot("eye.example.org", out _);
        var (chain, key) = (_launch.File("chain.pem"), _launch.File("key.pem"));
        await File.WriteAllTextAsync(chain, issued.Chain, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(key, other.Key, TestContext.Current.CancellationToken);
        (await RunAsync("import", "--certificate", chain, "--key", key)).AssertOneMessage(Outcome.Failed, "(not-matching)");
        (await RunAsync("import", "--certificate", _launch.File("none.pem"))).AssertOneMessage(
            Outcome.Failed,
            "(no-certificate)",
            "none.pem"
        );
        var installers = await RunAsync(
            "import",
            "--certificate",
            chain,
            "--key",
            key,
            "--Certificate:File=/a",
            "--Certificate:KeyFile=/b"
        );
        Assert.Equal(Outcome.Failed, installers.ExitCode);
        Assert.EndsWith("(installer-certificate)", installers.ErrorLines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_root_imports_belongs_to_the_services_user()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can write files for somebody else.");
        const string nobody = "65534";
        Directory.CreateDirectory(_launch.StateDirectory);
        (await ChildProcess.RunAsync("chown", nobody, _launch.StateDirectory)).AssertWell();
        var issued = Issued.FromNewRoot("eye.example.org", out _);
        var both = _launch.File("both.pem");
        await File.WriteAllTextAsync(both, issued.Chain + issued.Key, TestContext.Current.CancellationToken);

        (await RunAsync("import", "--certificate", both)).AssertWell();

        var kept = Path.Combine(_launch.StateDirectory, "own-certificate.pem");
        Assert.Equal($"{nobody} 600\n", (await ChildProcess.RunAsync("stat", "--format=%u %a", kept)).AssertWell());
    }

    private Task<Outcome> RunAsync(string verb, params string[] arguments) => _launch.RunAsync($"certificate {verb}", arguments);

    private async Task<JsonElement> JsonAsync(string verb, params string[] arguments)
    {
        using var answer = JsonDocument.Parse((await RunAsync(verb, [.. arguments, "--json"])).AssertWell());
        return answer.RootElement.Clone();
    }
}
