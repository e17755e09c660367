using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Running;

/// <summary>The owner's own certificate, damaged before the start and while it runs.</summary>
public sealed class CertificateTests : IDisposable
{
    private const string Refused = "The configured certificate is not used, the one in force stays: ";

    // The files are looked at once a minute.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(100);

    private readonly Launch _launch = new();

    private string File => _launch.File("fullchain.pem");

    private string KeyFile => _launch.File("privkey.pem");

    private string[] Settings => [$"--Certificate:File={File}", $"--Certificate:KeyFile={KeyFile}"];

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task A_damaged_pair_is_told_once_and_the_camera_can_be_reached_with_its_own()
    {
        Write();
        await System.IO.File.WriteAllTextAsync(File, "-----BEGIN CERTIFICATE-----\nMIIB", TestContext.Current.CancellationToken);
        await using var service = await Appliance.StartAsync(_launch, Settings);
        var line = await service.Process.Output.LineWithAsync(Refused);
        Assert.Contains(File, line, StringComparison.Ordinal);
        using var client = service.Client();
        using var answer = await client.GetAsync("/healthz", TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();

        await service.Process.SignalAsync("TERM");
        var said = (await service.Process.EndAsync()).AssertWell();
        Assert.Single(said.Split('\n'), text => text.Contains(Refused, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_is_damaged_while_it_runs_is_told_and_the_old_one_stays()
    {
        var thumbprint = Write();
        await using var service = await Appliance.StartAsync(_launch, Settings);
        Assert.Equal(thumbprint, await ShownAsync(service));

        // A key of another certificate: each file is right, the pair is not.
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await System.IO.File.WriteAllTextAsync(KeyFile, other.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        var line = await service.Process.Output.LineWithAsync(Refused).WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Assert.Contains(KeyFile, line, StringComparison.Ordinal);
        Assert.Equal(thumbprint, await ShownAsync(service));
    }

    /// <returns>The certificate's thumbprint.</returns>
    private string Write()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=camera.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            now.AddDays(-1),
            now.AddDays(30)
        );
        System.IO.File.WriteAllText(File, certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        return certificate.Thumbprint;
    }

    private static async Task<string> ShownAsync(Appliance service)
    {
        using var visitor = new TcpClient();
        await visitor.ConnectAsync("127.0.0.1", service.Port, TestContext.Current.CancellationToken);
        var thumbprint = string.Empty;
        await using var tls = new SslStream(
            visitor.GetStream(),
            leaveInnerStreamOpen: false,
            (_, shown, _, _) => (thumbprint = ((X509Certificate2)shown!).Thumbprint).Length > 0
        );
        await tls.AuthenticateAsClientAsync("camera.example");
        return thumbprint;
    }
}
