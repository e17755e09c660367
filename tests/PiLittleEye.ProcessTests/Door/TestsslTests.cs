using System.Text.Json;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Door;

/// <summary>What testssl.sh finds, which tries every protocol, cipher and known hole of TLS.</summary>
public sealed class TestsslTests(ClaimedAppliance camera) : IDisposable
{
    private const string Program = "/usr/bin/testssl";

    // Half a minute alone; with all the other tests on two cores three times that.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    // Protocols, kinds of ciphers, forward secrecy, order of ciphers, certificate, headers, holes. Not each of 370 ciphers and 40 browsers:
    // they would say the same once more and take as long again.
    private static readonly string[] s_checks = ["-p", "-s", "-f", "-P", "-S", "-h", "-U"];

    private static readonly string[] s_bad = ["MEDIUM", "HIGH", "CRITICAL", "FATAL"];

    // That nobody vouches for a certificate which signed itself, and that there is no list of revoked ones beside it.
    private static readonly string[] s_selfSigned = ["cert_chain_of_trust", "cert_revocation"];

    private readonly TemporaryDirectory _here = new();

    public void Dispose() => _here.Dispose();

    [Fact]
    public async Task Finds_nothing_worse_than_low_but_that_the_certificate_signed_itself()
    {
        Assert.SkipUnless(File.Exists(Program), "testssl is missing: apt-get install testssl.sh.");
        var report = _here.File("report.json");
        var port = camera.Appliance.Port;
        string[] command =
        [
            Program,
            "--warnings",
            "batch",
            "--quiet",
            "--color",
            "0",
            "--jsonfile",
            report,
            .. s_checks,
            $"https://localhost:{port}",
        ];
        await using var testssl = ChildProcess.Start(command);
        await Task.WhenAll(testssl.Output.Ended, testssl.Error.Ended).WaitAsync(s_patience, TestContext.Current.CancellationToken);

        using var findings = JsonDocument.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
        var all = findings
            .RootElement.EnumerateArray()
            .Select(finding => (Id: Text(finding, "id"), Severity: Text(finding, "severity"), What: Text(finding, "finding")))
            .ToList();
        // It did look: a port that answers nothing would have no findings either.
        Assert.All(
            ["TLS1_2", "TLS1_3", "cipherlist_NULL", "cipher_order", "heartbleed", "LUCKY13", "HSTS"],
            id => Assert.Contains(all, finding => finding.Id == id)
        );
        Assert.Contains(all, finding => finding is { Id: "TLS1_3", Severity: "OK" });
        Assert.Empty(
            all.Where(finding =>
                s_bad.Contains(finding.Severity, StringComparer.Ordinal) && !s_selfSigned.Contains(finding.Id, StringComparer.Ordinal)
            )
        );
    }

    private static string Text(JsonElement finding, string name) => finding.GetProperty(name).GetString()!.Trim();
}
