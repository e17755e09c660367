using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace PiLittleEye.Mail.Connection;

/// <summary>Finds the way to a mail server: its addresses, each in turn, and TLS where that comes first.</summary>
/// <param name="resolve">Host name to addresses; tests put their own in its place, so that a name leads to the loopback.</param>
internal sealed class MailConnector(
    IOptions<MailOptions> options,
    TimeProvider clock,
    ILogger<MailConnector> logger,
    Func<string, CancellationToken, Task<IPAddress[]>> resolve
)
{
    // Behind home routers a quiet connection is forgotten after minutes, and nobody says so: ask after two, give up after four more questions.
    private const int KeepAliveSeconds = 120;
    private const int KeepAliveIntervalSeconds = 20;
    private const int KeepAliveQuestions = 4;

    [ActivatorUtilitiesConstructor]
    public MailConnector(IOptions<MailOptions> options, TimeProvider clock, ILogger<MailConnector> logger)
        : this(options, clock, logger, Dns.GetHostAddressesAsync) { }

    /// <summary>All of the way. With <see cref="MailEncryption.Tls"/> it is encrypted then; with <see cref="MailEncryption.StartTls"/> it is not yet.</summary>
    /// <exception cref="MailUnavailableException">No such name, no answer, no time.</exception>
    /// <exception cref="MailRefusedException">The wrong certificate, or no TLS at all.</exception>
    public async Task<MailConnection> ConnectAsync(MailServer server, CancellationToken cancellationToken)
    {
        var connection = await DialAsync(server, await ResolveAsync(server, cancellationToken), cancellationToken);
        try
        {
            if (server.Encryption == MailEncryption.Tls)
            {
                await connection.EncryptAsync(cancellationToken);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The first third of the way, for whoever shows it step by step: at least one address.</summary>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(MailServer server, CancellationToken cancellationToken)
    {
        using var alarm = new CancellationTokenSource(MailLimits.Exchange, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(alarm.Token, cancellationToken);
        try
        {
            // The system's resolver does not always listen to its token.
            var addresses = await resolve(server.Host, either.Token).WaitAsync(either.Token);
            return addresses.Length > 0 ? addresses : throw new SocketException((int)SocketError.HostNotFound);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new MailUnavailableException(
                "name-server-silent",
                $"No name server told the address of {server.Host} in time. The network is down or slow; it is tried again.",
                late
            );
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException)
        {
            throw new MailUnavailableException(
                "host-unknown",
                $"There is no address for {server.Host}. Check the name of the mail server for a typing error, and whether this machine is on the network; it is tried again.",
                unknown
            );
        }
    }

    /// <summary>The second third: a connection in the clear to the first address that answers. What is left is <see cref="MailConnection.EncryptAsync"/>.</summary>
    public async Task<MailConnection> DialAsync(MailServer server, IReadOnlyList<IPAddress> addresses, CancellationToken cancellationToken)
    {
        var authorities = TrustedAuthorities.Load(options.Value);
        using var alarm = new CancellationTokenSource(MailLimits.Connect, clock);
        SocketException? last = null;
        for (var i = 0; i < addresses.Count && !alarm.IsCancellationRequested; i++)
        {
            var isLast = i == addresses.Count - 1;
            using var one = new CancellationTokenSource(isLast ? MailLimits.Connect : MailLimits.ConnectOne, clock);
            using var any = CancellationTokenSource.CreateLinkedTokenSource(alarm.Token, one.Token, cancellationToken);
            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                KeepAlive(socket);
                await socket.ConnectAsync(addresses[i], server.Port, any.Token);
                return new MailConnection(server, new NetworkStream(socket, ownsSocket: true), authorities, clock, logger);
            }
            catch (SocketException refused)
            {
                socket.Dispose();
                last = refused;
            }
            catch (OperationCanceledException)
            {
                socket.Dispose();
                cancellationToken.ThrowIfCancellationRequested();
                last = new SocketException((int)SocketError.TimedOut);
            }
        }

        throw Unreachable(server, last);
    }

    private static MailUnavailableException Unreachable(MailServer server, SocketException? last) =>
        last?.SocketErrorCode == SocketError.ConnectionRefused
            ? new(
                "connection-refused",
                $"{server.Host} is there, but nothing answers at its port {server.Port}. Check the port; it is tried again.",
                last
            )
            : new(
                "unreachable",
                $"The mail server {server} cannot be reached. The network is down, or something on the way blocks this port; it is tried again.",
                last
            );

    private static void KeepAlive(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveIntervalSeconds);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveQuestions);
    }
}
