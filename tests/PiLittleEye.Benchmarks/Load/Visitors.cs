#pragma warning disable MA0039, CA5359 // This machine talks to itself; the certificate is not what is measured.
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace PiLittleEye.Benchmarks.Load;

/// <summary>People at other addresses who try to sign in. All of 127.0.0.0/8 is this machine, so each comes from an address of his own.</summary>
internal static class Visitors
{
    public static HttpClient From(IPAddress address, int port)
    {
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            SslOptions = { RemoteCertificateValidationCallback = static (_, _, _, _) => true },
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    socket.Bind(new IPEndPoint(address, 0));
                    await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
        return new HttpClient(handler) { BaseAddress = new Uri($"https://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>TLS is agreed on: what comes then is the sign-in and nothing else.</summary>
    public static async Task ConnectAsync(HttpClient client, CancellationToken cancellation)
    {
        using var answer = await client.GetAsync(new Uri("/healthz", UriKind.Relative), cancellation);
    }

    public static async Task<HttpStatusCode> SignInAsync(HttpClient client, string name, string password, CancellationToken cancellation)
    {
        using var body = new StringContent(JsonSerializer.Serialize(new { name, password }), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/api/v1/session", UriKind.Relative), body, cancellation);
        return answer.StatusCode;
    }
}
