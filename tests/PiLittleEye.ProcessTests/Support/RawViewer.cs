using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>A viewer that opens a stream and reads it or not, as a test wants; TLS, and nothing above it.</summary>
internal sealed class RawViewer : IAsyncDisposable
{
    // The least that the kernel takes for a reader that does not read.
    private const int SmallBuffer = 4096;

    private readonly Socket _socket;
    private readonly SslStream _tls;
    private readonly MemoryStream _seen = new();

    private RawViewer(Socket socket, SslStream tls) => (_socket, _tls) = (socket, tls);

    public long Received => _seen.Length;

    public string Text => Encoding.Latin1.GetString(_seen.GetBuffer(), 0, (int)_seen.Length);

    public static async Task<RawViewer> OpenAsync(Appliance appliance, string token, string path = "/api/v1/video/mjpeg")
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = SmallBuffer };
        await socket.ConnectAsync(IPAddress.Loopback, appliance.Port, TestContext.Current.CancellationToken);
        var tls = new SslStream(new NetworkStream(socket, ownsSocket: true), leaveInnerStreamOpen: false, appliance.Trust);
        await Limit.On(tls.AuthenticateAsClientAsync("localhost"), "TLS is agreed on");
        var request = $"GET {path} HTTP/1.1\r\nHost: camera\r\nAuthorization: Bearer {token}\r\n\r\n";
        await tls.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        return new RawViewer(socket, tls);
    }

    public async Task ReadAsync(long bytes)
    {
        while (_seen.Length < bytes)
        {
            Assert.True(await ReadSomeAsync(), $"The stream ended after {_seen.Length} bytes.");
        }
    }

    /// <summary>Reads until the other side ends it, in an orderly way or not.</summary>
    public async Task ReadToEndAsync()
    {
        try
        {
            while (await ReadSomeAsync()) { }
        }
        catch (IOException)
        {
            // Cut.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _tls.DisposeAsync();
        _socket.Dispose();
        await _seen.DisposeAsync();
    }

    private async Task<bool> ReadSomeAsync()
    {
        var buffer = new byte[64 * 1024];
        var length = await Limit.On(_tls.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask(), "something comes in");
        _seen.Write(buffer, 0, length);
        return length > 0;
    }
}
