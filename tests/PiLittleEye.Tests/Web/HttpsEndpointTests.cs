using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Certificates;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Web;

public sealed partial class HttpsEndpointTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    // RFC 8446, 6: an alert record, and the one that says "protocol_version".
    private const byte Alert = 21;
    private const byte Handshake = 22;
    private const byte Fatal = 2;
    private const byte ProtocolVersion = 70;

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Both_present_versions_of_TLS_are_spoken(SslProtocols version)
    {
        await using var connection = await RawConnection.OpenAsync(camera.Application, version);
        Assert.Equal(version, connection.Tls.SslProtocol);
        await connection.SendAsync("GET /healthz HTTP/1.1\r\nHost: camera\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await connection.ReadHeadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_former_version_is_refused_by_name(byte minor)
    {
        using var former = await FirstBytes.SendAsync(camera.Application, FirstBytes.Hello(minor));
        var answer = await former.ReadToEndAsync();
        Assert.Equal(Alert, answer[0]);
        Assert.Equal([Fatal, ProtocolVersion], answer[5..7]);
    }

    [Fact]
    public async Task The_same_greeting_for_TLS_1_2_is_answered()
    {
        using var present = await FirstBytes.SendAsync(camera.Application, FirstBytes.Hello(3));
        Assert.Equal(Handshake, (await present.ReadToEndAsync(atMost: 1))[0]);
    }

    [Theory]
    [InlineData(SslProtocols.Tls12)]
    [InlineData(SslProtocols.Tls13)]
    public async Task Of_what_both_can_the_camera_chooses_the_cipher_that_costs_it_least(SslProtocols version)
    {
        TlsCipherSuite[] chaCha =
        [
            TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
            TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        ];
        TlsCipherSuite[] aes = [TlsCipherSuite.TLS_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256];
        var forward = await SuiteAsync(version, [.. chaCha, .. aes]);
        var backward = await SuiteAsync(version, [.. aes, .. chaCha]);
        Assert.Equal(forward, backward);
        var hasAes = System.Runtime.Intrinsics.X86.Aes.IsSupported || System.Runtime.Intrinsics.Arm.Aes.IsSupported;
        Assert.Contains(forward, hasAes ? aes : chaCha);
    }

    [Fact]
    public async Task Who_can_only_ciphers_of_yesterday_is_refused()
    {
        await Assert.ThrowsAnyAsync<Exception>(() =>
            SuiteAsync(
                SslProtocols.Tls12,
                [TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA]
            )
        );
    }

    [Fact]
    public async Task Plain_HTTP_is_ended_and_told_nothing()
    {
        using var plain = await FirstBytes.SendAsync(camera.Application, "GET / HTTP/1.1\r\nHost: camera\r\n\r\n"u8.ToArray());
        var answer = Encoding.ASCII.GetString(await plain.ReadToEndAsync());
        Assert.DoesNotContain("200", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Pi Little Eye", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_certificate_serves_the_next_connection_and_cuts_nobody_off()
    {
        using var directory = new TemporaryDirectory();
        var pair = new PemPair(directory.File("camera.pem"), directory.File("camera.key"));
        var sinceStart = TimeProvider.System.GetUtcNow() - SteppingClock.Start;
        var first = pair.Write("first.example", sinceStart - TimeSpan.FromDays(1), sinceStart + TimeSpan.FromDays(9));
        await using var application = await PiLittleEyeApplication.StartAsync(
            $"--Certificate:File={pair.CertificateFile}",
            $"--Certificate:KeyFile={pair.KeyFile}"
        );
        await using var old = await RawConnection.OpenAsync(application);
        Assert.Equal(first, old.Tls.RemoteCertificate!.GetCertHashString());

        var second = pair.Write("second.example", sinceStart - TimeSpan.FromDays(1), sinceStart + TimeSpan.FromDays(9));
        // As its worker does each minute.
        application.Services.GetRequiredService<CurrentCertificate>().Refresh();

        await using var next = await RawConnection.OpenAsync(application);
        Assert.Equal(second, next.Tls.RemoteCertificate!.GetCertHashString());
        await old.SendAsync("GET /healthz HTTP/1.1\r\nHost: camera\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", await old.ReadHeadAsync(), StringComparison.Ordinal);
    }

    private async Task<TlsCipherSuite> SuiteAsync(SslProtocols version, TlsCipherSuite[] inOrder)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, camera.Application.Port, TestContext.Current.CancellationToken);
        await using var tls = new SslStream(
            new NetworkStream(socket),
            leaveInnerStreamOpen: false,
            TrustingHandler.Trust(camera.Application)
        );
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            EnabledSslProtocols = version,
            CipherSuitesPolicy = new CipherSuitesPolicy(inOrder),
        };
        await Limit.On(tls.AuthenticateAsClientAsync(options, TestContext.Current.CancellationToken), "TLS is agreed on");
        return tls.NegotiatedCipherSuite;
    }
}
