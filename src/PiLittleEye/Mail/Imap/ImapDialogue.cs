using System.Globalization;
using System.Text;
using PiLittleEye.Mail.Connection;

namespace PiLittleEye.Mail.Imap;

/// <summary>Commands and their answers over one connection, one at a time. BYE fails whatever is under way.</summary>
internal sealed class ImapDialogue(MailConnection connection)
{
    /// <summary>Lines that belong to one command. A search has one, a folder eight; but another program may change flags of many mails meanwhile.</summary>
    public const int MostResponses = 2000;

    private readonly ImapReader _reader = new(connection);
    private int _commands;
    private int _responses;

    public MailServer Server => connection.Server;

    public MailConnection Connection => connection;

    /// <summary>What was said in the clear counts no more.</summary>
    public async Task EncryptAsync(CancellationToken cancellationToken)
    {
        _reader.ThrowAway();
        await connection.EncryptAsync(cancellationToken);
    }

    /// <returns>The server's first word, a BYE too: why it does not want us is the most useful thing it says.</returns>
    public Task<ImapResponse> GreetingAsync(CancellationToken cancellationToken)
    {
        connection.BeginStep();
        _responses = 0;
        return _reader.ReadAsync("", wait: null, cancellationToken);
    }

    /// <summary>One whole command.</summary>
    /// <param name="heard">Is given each untagged response.</param>
    /// <param name="command">Without tag.</param>
    /// <param name="cancellationToken">Ends the connection.</param>
    /// <returns>The status that ends it: OK, NO or BAD.</returns>
    public async Task<ImapResponse> RunAsync(string command, Action<ImapResponse>? heard, CancellationToken cancellationToken)
    {
        var tag = await BeginAsync(command, limit: null, cancellationToken);
        while (true)
        {
            var response = await HearAsync(tag, wait: null, cancellationToken);
            if (response.Tag == tag)
            {
                return response;
            }

            if (response.IsContinuation)
            {
                throw Garbled("asked for more where there is no more");
            }

            heard?.Invoke(response);
        }
    }

    /// <summary>Sends a command whose answers the caller takes with <see cref="HearAsync"/>.</summary>
    /// <returns>Its tag.</returns>
    public async Task<string> BeginAsync(string command, TimeSpan? limit, CancellationToken cancellationToken)
    {
        connection.BeginStep(limit);
        _responses = 0;
        var tag = string.Create(CultureInfo.InvariantCulture, $"E{++_commands}");
        await connection.WriteLineAsync($"{tag} {command}", cancellationToken);
        return tag;
    }

    /// <summary>A string that cannot stand in quotes: announced by the command before, sent when the server is ready.</summary>
    public async Task<ImapResponse?> LiteralAsync(string tag, string text, string rest, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await HearAsync(tag, wait: null, cancellationToken);
            if (response.Tag == tag)
            {
                return response;
            }

            if (response.IsContinuation)
            {
                await connection.WriteAsync(Encoding.UTF8.GetBytes(text + rest + "\r\n"), cancellationToken);
                return null;
            }
        }
    }

    /// <summary>The next response to the command under way.</summary>
    /// <exception cref="MailUnavailableException">Also when the server says BYE.</exception>
    public async Task<ImapResponse> HearAsync(string tag, TimeSpan? wait, CancellationToken cancellationToken)
    {
        var response = await _reader.ReadAsync(tag, wait, cancellationToken);
        if (++_responses > MostResponses)
        {
            throw new MailUnavailableException(
                "answer-too-long",
                $"The mail server {Server} does not come to an end with its answer. The connection was closed; it is tried again later."
            );
        }

        return response is { IsUntagged: true, Keyword: "BYE" } ? throw ImapRefusal.Bye(response, Server) : response;
    }

    public Task SendAsync(string line, CancellationToken cancellationToken) => connection.WriteLineAsync(line, cancellationToken);

    public MailUnavailableException Garbled(string what) =>
        new(
            "answer-garbled",
            $"The mail server {Server} {what}, which is not IMAP as it should be. The connection was closed; it is tried again later."
        );
}
