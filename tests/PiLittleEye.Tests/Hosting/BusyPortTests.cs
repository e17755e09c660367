using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PiLittleEye.Hosting;

namespace PiLittleEye.Tests.Hosting;

public sealed class BusyPortTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public void The_program_that_listens_is_named_with_its_process(string address)
    {
        using var listener = new TcpListener(IPAddress.Parse(address), 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var message = BusyPort.Explain($"Failed to bind to address https://[::]:{port}: address already in use.");
        var remedy = $"(pid {Environment.ProcessId}). Stop that program, or choose another port with --Https:Port.";
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"Port {port} is in use by "), message, StringComparison.Ordinal);
        Assert.EndsWith(remedy, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_holder_that_cannot_be_found_stays_unnamed()
    {
        // Bound and not listening: in no table of listeners.
        using var bound = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)bound.LocalEndPoint!).Port;
        Assert.Equal(
            $"Port {port} is in use. Stop that program, or choose another port with --Https:Port.",
            BusyPort.Explain($"Failed to bind to address https://[::]:{port}: address already in use.")
        );
    }
}
