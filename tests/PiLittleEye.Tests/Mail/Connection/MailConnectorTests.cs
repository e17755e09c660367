using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Connection;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Connection;

public sealed class MailConnectorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Addresses_that_do_not_answer_are_passed_over()
    {
        await using var server = new ScriptedServer(talk => talk.SayAsync("* OK here"));
        var connector = Connector(
            (_, _) => Task.FromResult(new[] { IPAddress.IPv6Loopback, IPAddress.Parse("127.0.0.9"), IPAddress.Loopback })
        );
        await using var connection = await connector.ConnectAsync(server.Server(), Stop);
        Assert.Equal("* OK here"u8.ToArray(), (await connection.ReadLineAsync(Stop)).ToArray());
    }

    [Fact]
    public async Task A_name_without_an_address_may_have_one_later()
    {
        var server = new MailServer("mail.invalid", 993, MailEncryption.Tls);
        var none = Connector((_, _) => throw new SocketException((int)SocketError.HostNotFound));
        var empty = Connector((_, _) => Task.FromResult(Array.Empty<IPAddress>()));
        Assert.Equal("host-unknown", (await Assert.ThrowsAsync<MailUnavailableException>(() => none.ConnectAsync(server, Stop))).Code);
        Assert.Equal("host-unknown", (await Assert.ThrowsAsync<MailUnavailableException>(() => empty.ConnectAsync(server, Stop))).Code);
    }

    [Fact]
    public async Task A_name_server_that_never_answers_is_given_up()
    {
        var clock = new SteppingClock();
        var connecting = Connector((_, _) => new TaskCompletionSource<IPAddress[]>().Task, clock).ConnectAsync(Somewhere(1), Stop);
        clock.Advance(MailLimits.Exchange);
        var late = await Assert.ThrowsAsync<MailUnavailableException>(() => Limit.On(connecting, "the search for an address ends"));
        Assert.Equal("name-server-silent", late.Code);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_named()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        taken.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var server = Somewhere(((IPEndPoint)taken.LocalEndPoint!).Port);
        var refused = await Assert.ThrowsAsync<MailUnavailableException>(() => Connector(Loopback).ConnectAsync(server, Stop));
        Assert.Equal("connection-refused", refused.Code);
        Assert.Contains($"port {server.Port}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_cannot_be_read_is_told_and_not_passed_over()
    {
        using var files = new TemporaryDirectory();
        var file = files.Write("authority.pem", "-----BEGIN CERTIFICATE-----\nno\n-----END CERTIFICATE-----\n");
        var options = Options.Create(new MailOptions { TrustedAuthority = file });
        var connector = new MailConnector(options, TimeProvider.System, NullLogger<MailConnector>.Instance, Loopback);
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() => connector.ConnectAsync(Somewhere(1), Stop));
        Assert.Equal("authority-unreadable", refused.Code);
    }

    [Fact]
    public async Task Whoever_stops_it_is_told_that_and_not_of_a_fault()
    {
        using var stop = new CancellationTokenSource();
        var connecting = Connector((_, _) => new TaskCompletionSource<IPAddress[]>().Task).ConnectAsync(Somewhere(1), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
    }

    private static MailServer Somewhere(int port) => new("mail.example.org", port, MailEncryption.Tls);

    private static Task<IPAddress[]> Loopback(string host, CancellationToken cancellationToken) =>
        Task.FromResult(new[] { IPAddress.Loopback });

    private static MailConnector Connector(Func<string, CancellationToken, Task<IPAddress[]>> resolve, TimeProvider? clock = null) =>
        new(Options.Create(new MailOptions()), clock ?? TimeProvider.System, NullLogger<MailConnector>.Instance, resolve);
}
