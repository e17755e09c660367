using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PiLittleEye.Hosting;

/// <summary>The socket on which systemd wants to hear from the service (sd_notify(3)), and how often; nothing when it did not ask.</summary>
/// <param name="path">A file, or <c>@name</c> for the abstract namespace; null when nobody listens.</param>
/// <param name="watchdog">How long systemd bears silence; null when it does not count.</param>
internal sealed class SystemdSocket(string? path, TimeSpan? watchdog)
{
    public bool IsAsked { get; } = path is { Length: > 0 };

    public TimeSpan? Watchdog { get; } = watchdog;

    public static SystemdSocket FromEnvironment()
    {
        var text = Environment.GetEnvironmentVariable("WATCHDOG_USEC");
        var isSet = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0;
        return new SystemdSocket(
            Environment.GetEnvironmentVariable("NOTIFY_SOCKET"),
            isSet ? TimeSpan.FromMicroseconds(microseconds) : null
        );
    }

    /// <exception cref="SocketException">Nobody listens there any more.</exception>
    public void Send(string message)
    {
        if (!IsAsked)
        {
            return;
        }

        // A leading @ means the abstract namespace, which the address writes as a NUL.
        var address = new UnixDomainSocketEndPoint(path![0] == '@' ? $"\0{path[1..]}" : path);
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.SendTo(Encoding.UTF8.GetBytes(message), address);
    }
}
