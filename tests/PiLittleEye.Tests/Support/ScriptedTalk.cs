using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace PiLittleEye.Tests.Support;

/// <summary>The server's side of one connection, for a script.</summary>
internal sealed class ScriptedTalk(Socket socket, ScriptedIdentity identity, CancellationToken end) : IAsyncDisposable
{
    private readonly List<string> _heard = [];
    private Stream _stream = new NetworkStream(socket);

    /// <summary>All lines that came, without line ends.</summary>
    public IReadOnlyList<string> Heard => _heard;

    /// <summary>Each as a line of its own, in one packet.</summary>
    public Task SayAsync(params string[] lines) => SendAsync(string.Concat(lines.Select(line => line + "\r\n")));

    /// <summary>Just so, in Latin-1.</summary>
    public async Task SendAsync(string text)
    {
        await _stream.WriteAsync(Encoding.Latin1.GetBytes(text), end);
        await _stream.FlushAsync(end);
    }

    /// <summary>The next line without its end; octet by octet, so that nothing of a handshake is swallowed.</summary>
    public async Task<string> HearAsync()
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (true)
        {
            if (await _stream.ReadAsync(one, end) == 0)
            {
                throw new IOException("The client hung up.");
            }

            if (one[0] == '\n')
            {
                _heard.Add(line.ToString().TrimEnd('\r'));
                return _heard[^1];
            }

            line.Append((char)one[0]);
        }
    }

    /// <summary>Hears a command and says this of it, with its tag in the place of <c>$</c> at the start of a line.</summary>
    public async Task AnswerAsync(params string[] lines)
    {
        var tag = (await HearAsync()).Split(' ')[0];
        await SayAsync([.. lines.Select(line => line.StartsWith('$') ? tag + line[1..] : line)]);
    }

    public async Task EncryptAsync()
    {
        var encrypted = new SslStream(_stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = identity.Certificate }, end);
        _stream = encrypted;
    }

    /// <summary>Neither reads nor writes until the test is over.</summary>
    public Task IgnoreAsync() => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end);

    /// <summary>Waits until the client has hung up.</summary>
    public async Task UntilGoneAsync()
    {
        var some = new byte[256];
        while (await _stream.ReadAsync(some, end) > 0) { }
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();
}
