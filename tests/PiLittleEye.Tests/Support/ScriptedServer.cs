using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Tests.Support;

/// <summary>
/// A mail server that does what a test wants of it, line by line, for what no real one does. One script for each connection that comes;
/// what the scripts throw is thrown again when it is disposed, unless the client hung up.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>Its certificate is good for this name only, unless the test names another.</summary>
    public const string Name = "mail.example.org";

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _end = new();
    private readonly TemporaryDirectory _files = new();
    private readonly ScriptedIdentity _identity;
    private readonly Task _serving;

    public ScriptedServer(params Func<ScriptedTalk, Task>[] scripts)
        : this(Name, scripts) { }

    /// <param name="name">Of another certificate; <c>localhost</c> for a program that finds its servers by itself.</param>
    public ScriptedServer(string name, params Func<ScriptedTalk, Task>[] scripts)
    {
        _identity = ScriptedIdentity.For(name);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        AuthorityFile = _files.Write("authority.pem", _identity.Authority);
        _serving = ServeAsync(scripts);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Who signed its certificate, as <c>Mail:TrustedAuthority</c> names it.</summary>
    public string AuthorityFile { get; }

    public MailServer Server(MailEncryption encryption = MailEncryption.StartTls) => new(Name, Port, encryption);

    /// <summary>Finds this server by its name, and trusts its authority.</summary>
    public MailConnector Connector(TimeProvider? clock = null, ILogger<MailConnector>? logger = null) =>
        new(
            Options.Create(new MailOptions { TrustedAuthority = AuthorityFile }),
            clock ?? TimeProvider.System,
            logger ?? NullLogger<MailConnector>.Instance,
            (_, _) => Task.FromResult(new[] { IPAddress.Loopback })
        );

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Dispose();
        try
        {
            await Limit.On(_serving, "the scripts of the server end");
        }
        catch (OperationCanceledException)
        {
            // A script that was still waiting for the client.
        }
        finally
        {
            _identity.Dispose();
            _files.Dispose();
            _end.Dispose();
        }
    }

    private async Task ServeAsync(IEnumerable<Func<ScriptedTalk, Task>> scripts)
    {
        foreach (var script in scripts)
        {
            using var socket = await _listener.AcceptAsync(_end.Token);
            await using var talk = new ScriptedTalk(socket, _identity, _end.Token);
            try
            {
                await script(talk);
            }
            catch (IOException)
            {
                // The client hung up; whether it should have is for the test to say.
            }
        }
    }
}
