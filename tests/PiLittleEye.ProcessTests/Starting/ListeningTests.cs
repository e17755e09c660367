using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Starting;

public sealed class ListeningTests : IDisposable
{
    private readonly Launch _launch = new();

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task A_busy_port_is_told_with_the_program_that_has_it()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        (await _launch.RunAsync("serve", $"--Https:Port={port}")).AssertOneMessage(
            Outcome.Failed,
            $"Port {port} is in use by ",
            $"(pid {Environment.ProcessId}). Stop that program, or choose another port with --Https:Port."
        );
    }

    [Fact]
    public async Task An_address_of_another_machine_is_told() =>
        // Of a net that is kept for examples (RFC 5737).
        (await _launch.RunAsync("serve", "--Https:Address=192.0.2.7")).AssertOneMessage(
            Outcome.NeedsPerson,
            "Https:Address must be one of this machine's addresses"
        );
}
