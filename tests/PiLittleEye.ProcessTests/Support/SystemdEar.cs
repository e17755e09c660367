using System.Net.Sockets;
using System.Text;

namespace PiLittleEye.ProcessTests.Support;

/// <summary>Hears what the service tells systemd (sd_notify(3)), message by message.</summary>
internal sealed class SystemdEar : IAsyncDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _gate = new();
    private readonly List<string> _heard = [];
    private readonly Func<string, Task> _onMessage;
    private readonly Task _listening;

    /// <param name="path">Where it listens.</param>
    /// <param name="onMessage">Called for each message before the next one is taken.</param>
    public SystemdEar(string path, Func<string, Task> onMessage)
    {
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        _onMessage = onMessage;
        _listening = ListenAsync();
    }

    public IReadOnlyList<string> Heard
    {
        get
        {
            lock (_gate)
            {
                return [.. _heard];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _listening;
        _socket.Dispose();
        _ending.Dispose();
    }

    private async Task ListenAsync()
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var length = await _socket.ReceiveAsync(buffer, _ending.Token);
                var message = Encoding.UTF8.GetString(buffer, 0, length);
                await _onMessage(message);
                lock (_gate)
                {
                    _heard.Add(message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
