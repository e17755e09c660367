using System.Buffers;
using System.Globalization;
using PiLittleEye.Mail.Connection;
using PiLittleEye.Mail.Mime;

namespace PiLittleEye.Mail.Smtp;

/// <summary>
/// One conversation with a submission server: <see cref="OpenAsync"/>, <see cref="LogInAsync"/>, <see cref="SendAsync"/>, in this order, and
/// <see cref="QuitAsync"/> whatever happened. All throw <see cref="MailUnavailableException"/> and <see cref="MailRefusedException"/>.
/// </summary>
/// <param name="connection">As it comes from <see cref="MailConnector.ConnectAsync"/>.</param>
internal sealed class SmtpSession(MailConnection connection)
{
    // An address literal, as RFC 5321 4.1.4 wants of whoever has no name of its own. Not the real one: the recipient would read how the house is wired.
    private const string Hello = "EHLO [127.0.0.1]";

    // RFC 4954 4; the server then says what it thinks of that.
    private const string GiveUp = "*";

    // RFC 4954 4 allows 12,288 octets; tokens of Microsoft have some 2,000.
    private const int LongestLogin = 12_000;

    private const int Piece = 64 * 1024;

    // RFC 5321 4.5.3.2.6 asks for ten minutes after the dot; scanners take one at most, and an uplink of 300 kbit/s some five for 10 MB.
    private static readonly TimeSpan s_contentLimit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_verdictLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_quitLimit = TimeSpan.FromSeconds(1);

    private SmtpReply? _last;
    private SmtpAbilities? _abilities;

    /// <summary>Greeting, EHLO and, where it did not begin with it, TLS.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        connection.BeginStep();
        Demand(await ReadAsync(cancellationToken), 220, SmtpStage.Greeting);
        _abilities = await HelloAsync(cancellationToken);
        if (connection.Server.Encryption == MailEncryption.Tls)
        {
            return;
        }

        if (!_abilities.HasStartTls)
        {
            throw new MailRefusedException(
                "starttls-missing",
                $"The mail server {connection.Server} does not offer to encrypt (STARTTLS), or something on the way takes the offer away. Nothing is sent in the clear. Use port 465, which is encrypted from the start."
            );
        }

        Demand(await AskAsync("STARTTLS", cancellationToken), 220, SmtpStage.StartTls);
        await connection.EncryptAsync(cancellationToken);
        _abilities = await HelloAsync(cancellationToken);
    }

    public async Task LogInAsync(MailLogin login, string secret, CancellationToken cancellationToken)
    {
        var exchange =
            SaslExchange.Choose(_abilities!.Logins, connection.Server, login, secret)
            ?? throw new MailRefusedException(
                "login-impossible",
                _abilities.Logins.Count == 0
                    ? $"The mail server {connection.Server} offers no login. Check the port: 465 or 587 are for sending."
                    : $"The mail server {connection.Server} offers only {ServerWords.Quote(string.Join(", ", _abilities.Logins))} to log in. See the help for the provider."
            );
        var initial = exchange.Initial;
        var isInline = initial is { Length: > 0 and <= LongestLogin };
        var reply = await AskAsync($"AUTH {exchange.Mechanism}{(isInline ? " " + initial : "")}", cancellationToken);
        if (reply.Code == 334 && initial is not null && !isInline)
        {
            reply = await AskAsync(initial, cancellationToken);
        }

        for (var answer = ""; reply.Code == 334 && answer != GiveUp; )
        {
            answer = exchange.Answer() ?? GiveUp;
            reply = await AskAsync(answer, cancellationToken);
        }

        Demand(reply, 235, SmtpStage.Login);
    }

    /// <returns>What the server said when it took it.</returns>
    public async Task<string> SendAsync(string from, string to, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        if (_abilities!.MostOctets > 0 && message.Length > _abilities.MostOctets)
        {
            throw SmtpRefusals.TooBig(connection.Server, $"It takes {_abilities.MostOctets} octets, and this one has {message.Length}.");
        }

        var size = _abilities.HasSize ? string.Create(CultureInfo.InvariantCulture, $" SIZE={message.Length}") : "";
        Demand(await AskAsync($"MAIL FROM:<{BareAddress.Check(from)}>{size}", cancellationToken), 250, SmtpStage.Sender);
        var recipient = await AskAsync($"RCPT TO:<{BareAddress.Check(to)}>", cancellationToken);
        Demand(recipient, recipient.Code == 251 ? 251 : 250, SmtpStage.Recipient);
        Demand(await AskAsync("DATA", cancellationToken), 354, SmtpStage.Content);
        connection.BeginStep(s_contentLimit);
        await WriteAsync(message, cancellationToken);
        return Demand(await ReadAsync(cancellationToken, s_verdictLimit), 250, SmtpStage.Content).Words;
    }

    /// <summary>Says good-bye, which also ends what was half done. Never fails.</summary>
    public async Task QuitAsync(CancellationToken cancellationToken)
    {
        // After it said 421 nobody listens.
        if (_last is null or { Code: 421 })
        {
            return;
        }

        try
        {
            connection.BeginStep(s_quitLimit);
            await connection.WriteLineAsync("QUIT", cancellationToken);
            await ReadAsync(cancellationToken, s_quitLimit);
        }
        catch (Exception gone) when (gone is MailException or OperationCanceledException)
        {
            // What there was to be said is said.
        }
    }

    private async Task<SmtpAbilities> HelloAsync(CancellationToken cancellationToken) =>
        new(Demand(await AskAsync(Hello, cancellationToken), 250, SmtpStage.Hello));

    private SmtpReply Demand(SmtpReply reply, int code, SmtpStage stage) =>
        reply.Code == code ? reply : throw SmtpRefusals.Of(reply, stage, connection.Server);

    private async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        connection.BeginStep();
        await connection.WriteLineAsync(command, cancellationToken);
        return await ReadAsync(cancellationToken);
    }

    private async Task<SmtpReply> ReadAsync(CancellationToken cancellationToken, TimeSpan? wait = null)
    {
        var parser = new SmtpReplyParser(connection.Server);
        try
        {
            while (true)
            {
                var line = await connection.ReadLineAsync(cancellationToken, wait: wait);
                if (parser.Add(line.Span) is { } reply)
                {
                    return _last = reply;
                }
            }
        }
        catch (MailUnavailableException broken) when (_last is not null)
        {
            // Whoever hangs up has often said why just before.
            throw new MailUnavailableException(broken.Code, $"{broken.Message} The last it said was: {_last.Words}.", broken);
        }
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var stuffing = new DotStuffing();
        var output = new ArrayBufferWriter<byte>(Math.Min(message.Length, Piece) + 64);
        for (var at = 0; at < message.Length; at += Piece)
        {
            stuffing.Add(message.Span[at..Math.Min(at + Piece, message.Length)], output);
            if (at + Piece < message.Length)
            {
                await connection.WriteAsync(output.WrittenMemory, cancellationToken);
                output.ResetWrittenCount();
            }
        }

        stuffing.End(output);
        await connection.WriteAsync(output.WrittenMemory, cancellationToken);
    }
}
