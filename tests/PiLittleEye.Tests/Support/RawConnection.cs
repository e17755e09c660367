using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace PiLittleEye.Tests.Support;

/// <summary>A client that sees every byte: TLS, and nothing above it.</summary>
internal sealed class RawConnection : IAsyncDisposable
{
    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[1 << 20];
    private int _from;
    private int _to;

    private RawConnection(Socket socket, SslStream tls) => (_socket, Tls) = (socket, tls);

    public SslStream Tls { get; }

    /// <summary>How often something came in; what one write sent is there after one.</summary>
    public int Reads { get; private set; }

    /// <param name="protocols">None: whatever both can.</param>
    /// <param name="receiveBuffer">Bytes that the kernel takes for a reader that does not read; zero for its usual.</param>
    public static async Task<RawConnection> OpenAsync(
        PiLittleEyeApplication application,
        SslProtocols protocols = SslProtocols.None,
        int receiveBuffer = 0
    )
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0)
        {
            socket.ReceiveBufferSize = receiveBuffer;
        }

        SslStream? tls = null;
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, application.Port, TestContext.Current.CancellationToken);
            tls = new SslStream(new NetworkStream(socket), leaveInnerStreamOpen: false, TrustingHandler.Trust(application));
            var options = new SslClientAuthenticationOptions { TargetHost = "localhost", EnabledSslProtocols = protocols };
            await Limit.On(tls.AuthenticateAsClientAsync(options, TestContext.Current.CancellationToken), "TLS is agreed on");
            return new RawConnection(socket, tls);
        }
        catch
        {
            if (tls is not null)
            {
                await tls.DisposeAsync();
            }

            socket.Dispose();
            throw;
        }
    }

    /// <summary>Asks for a path with this session and reads no answer.</summary>
    /// <param name="forwardedFor">As a proxy says it.</param>
    public Task AskAsync(string? token, string path, string version = "1.1", string method = "GET", string? forwardedFor = null)
    {
        var proxy = forwardedFor is null ? string.Empty : $"X-Forwarded-For: {forwardedFor}\r\n";
        var authorization = token is null ? string.Empty : $"Authorization: Bearer {token}\r\n";
        return SendAsync($"{method} {path} HTTP/{version}\r\nHost: camera\r\n{proxy}{authorization}\r\n");
    }

    public Task SendAsync(string text) => Limit.On(Tls.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask(), "the request is sent");

    /// <summary>Status line and headers, the empty line included.</summary>
    public async Task<string> ReadHeadAsync()
    {
        var head = new StringBuilder();
        string line;
        do
        {
            line = await ReadLineAsync();
            head.Append(line).Append("\r\n");
        } while (line.Length > 0);

        return head.ToString();
    }

    /// <summary>Without its end, which must be CR LF.</summary>
    public async Task<string> ReadLineAsync()
    {
        int end;
        while ((end = _buffer.AsSpan(_from, _to - _from).IndexOf("\r\n"u8)) < 0)
        {
            Assert.True(await FillAsync(), $"The connection ended inside a line: {Encoding.Latin1.GetString(_buffer, _from, _to - _from)}");
        }

        return Encoding.ASCII.GetString(await ReadAsync(end + 2))[..^2];
    }

    public async Task<byte[]> ReadAsync(int length)
    {
        while (_to - _from < length)
        {
            Assert.True(await FillAsync(), "The connection ended too early.");
        }

        var bytes = _buffer.AsSpan(_from, length).ToArray();
        _from += length;
        return bytes;
    }

    /// <summary>What is left of the buffer after the last read.</summary>
    public ReadOnlySpan<byte> Unread => _buffer.AsSpan(_from, _to - _from);

    /// <summary>Reads until the other side has closed.</summary>
    /// <returns>Whether it closed in an orderly way.</returns>
    public async Task<bool> DrainAsync()
    {
        try
        {
            while (await FillAsync())
            {
                _from = _to = 0;
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Done when the other side has closed, however long it takes.</summary>
    public async Task EndAsync()
    {
        try
        {
            while (await Tls.ReadAsync(_buffer, TestContext.Current.CancellationToken) > 0) { }
        }
        catch (IOException)
        {
            // A reset is an end too.
        }
    }

    /// <summary>One HTTP/1.1 chunk; empty for the last.</summary>
    public async Task<byte[]> ReadChunkAsync()
    {
        var length = int.Parse(await ReadLineAsync(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var chunk = await ReadAsync(length);
        Assert.Equal(string.Empty, await ReadLineAsync());
        return chunk;
    }

    /// <summary>Vanishes without a word, as a phone in a tunnel.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await Tls.DisposeAsync();
        _socket.Dispose();
    }

    /// <returns>False at the end.</returns>
    public async Task<bool> FillAsync()
    {
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }

        var length = await Limit.On(
            Tls.ReadAsync(_buffer.AsMemory(_to), TestContext.Current.CancellationToken).AsTask(),
            "something comes in"
        );
        _to += length;
        Reads++;
        return length > 0;
    }
}
