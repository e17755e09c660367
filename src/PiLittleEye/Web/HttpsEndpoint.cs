using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Options;
using PiLittleEye.Certificates;

namespace PiLittleEye.Web;

/// <summary>Kestrel's one port: HTTPS with the certificate in force, and limits that a stranger cannot stretch.</summary>
internal sealed class HttpsEndpoint(IOptions<HttpsOptions> options, CurrentCertificate certificate)
    : IConfigureOptions<KestrelServerOptions>
{
    // A browser opens six connections; a hundred viewers and their pages fit, a flood does not.
    private const int MostConnections = 1000;

    // All streams that may be open (Streaming:MostViewers is 100 by default) and as many pages may come through one proxy or one home's
    // address; with five addresses a stranger can fill the whole house, and not with one.
    private const int MostFromOneAddress = 200;

    // The largest body is a settings change of under 1 KB.
    private const int LargestBody = 64 * 1024;

    // A cookie, a key and what browsers send are under 4 KB; nginx gives 8 KB to a line.
    private const int LargestHeaders = 16 * 1024;

    // TLS on a Pi Zero takes half a second; whoever takes ten is not a browser.
    private static readonly TimeSpan s_handshake = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_headers = TimeSpan.FromSeconds(15);

    // A phone at the edge of its network takes 5 KB a second. Streams go past the server's writer and have a bound of their own.
    private static readonly MinDataRate s_slowestAnswer = new(bytesPerSecond: 2048, gracePeriod: TimeSpan.FromSeconds(5));

    // The largest body then takes a minute at the most, and a stranger who sends it drop by drop is gone after five seconds.
    private static readonly MinDataRate s_slowestBody = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));

    // Old players say http/1.0 and nothing else; without a common word the handshake would fail.
    private static readonly List<SslApplicationProtocol> s_protocols =
    [
        SslApplicationProtocol.Http11,
        new SslApplicationProtocol("http/1.0"),
    ];

    private readonly HttpsOptions _options = options.Value;

    public void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = MostConnections;
        kestrel.Limits.MaxRequestBodySize = LargestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHeaders;
        kestrel.Limits.RequestHeadersTimeout = s_headers;
        kestrel.Limits.MinResponseDataRate = s_slowestAnswer;
        kestrel.Limits.MinRequestBodyDataRate = s_slowestBody;
        var address = IPAddress.Parse(_options.Address);
        if (address.Equals(IPAddress.IPv6Any) && !Socket.OSSupportsIPv6)
        {
            address = IPAddress.Any;
        }

        kestrel.Listen(address, _options.Port, Configure);
    }

    private void Configure(ListenOptions listen)
    {
        // Not HTTP/2, for anything: a browser keeps one connection to an origin, so a page by HTTP/2 would draw its stream through it too,
        // and there every frame is cut up and copied once more (measured, processor time per gigabyte against HTTP/1.1: 1.5 times at one
        // viewer, 1.9 at ten, 2.6 at fifty). A browser has six connections of HTTP/1.1; a page takes one for its stream, and none while hidden.
        listen.Protocols = HttpProtocols.Http1;
        new ConnectionLimit(MostFromOneAddress).Use(listen);
        PlainHttp.Use(listen, s_handshake);
        SocketOutput.Use(listen);
        listen.UseHttps(
            new TlsHandshakeCallbackOptions
            {
                HandshakeTimeout = s_handshake,
                OnConnection = _ =>
                    ValueTask.FromResult(
                        new SslServerAuthenticationOptions
                        {
                            ServerCertificateContext = certificate.Context,
                            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                            AllowRenegotiation = false,
                            ApplicationProtocols = s_protocols,
                            CipherSuitesPolicy = CipherPreference.Policy,
                        }
                    ),
            }
        );
    }
}
