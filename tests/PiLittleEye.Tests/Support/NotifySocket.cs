using System.Net.Sockets;
using System.Text;

namespace PiLittleEye.Tests.Support;

/// <summary>systemd's end of NOTIFY_SOCKET.</summary>
internal sealed class NotifySocket : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = 20_000 };
    private readonly TemporaryDirectory? _directory;

    public NotifySocket(bool isAbstract)
    {
        _directory = isAbstract ? null : new TemporaryDirectory();
        Path = _directory?.File("notify") ?? $"@pi-little-eye-{Guid.NewGuid():N}";
        _socket.Bind(new UnixDomainSocketEndPoint(isAbstract ? $"\0{Path[1..]}" : Path));
    }

    /// <summary>As it stands in the environment.</summary>
    public string Path { get; }

    /// <summary>Whether a message has come that was not received yet.</summary>
    public bool HasMore => _socket.Available > 0;

    public string Receive()
    {
        var buffer = new byte[4096];
        return Encoding.UTF8.GetString(buffer, 0, _socket.Receive(buffer));
    }

    /// <summary>Also more than once: a test may end it before its time.</summary>
    public void Dispose()
    {
        _socket.Dispose();
        _directory?.Dispose();
    }
}
