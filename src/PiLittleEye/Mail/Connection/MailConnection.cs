using System.Globalization;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PiLittleEye.Mail.Connection;

/// <summary>
/// One conversation in lines with a mail server, IMAP or SMTP, from <see cref="MailConnector"/>. Call <see cref="BeginStep"/> before each command:
/// it renews what the server may take in time and octets. With STARTTLS, whoever speaks the protocol asks for it, reads the consent and calls
/// <see cref="EncryptAsync"/>; what is said before that is worth nothing, capabilities are asked for again.
/// One read and one write may be under way together. After any exception the connection is closed: where it stands is unknown.
/// All methods throw <see cref="MailUnavailableException"/>, <see cref="EncryptAsync"/> also <see cref="MailRefusedException"/>.
/// </summary>
internal sealed class MailConnection(
    MailServer server,
    Stream stream,
    X509Certificate2Collection authorities,
    TimeProvider clock,
    ILogger logger
) : IAsyncDisposable
{
    private readonly BoundedReader _reader = new(server);
    private readonly SecretMask _mask = new();
    private Stream _stream = stream;
    private long _stepBegan = clock.GetTimestamp();
    private TimeSpan _stepLimit = MailLimits.WholeStep;

    public MailServer Server => server;

    /// <summary>Once it is: version of TLS and whose certificate; for people. Null in the clear.</summary>
    public string? Encryption { get; private set; }

    /// <summary>A new command, or greeting: from here on the limits count anew.</summary>
    /// <param name="limit">For the whole of it; <see cref="MailLimits.WholeStep"/> when left out.</param>
    public void BeginStep(TimeSpan? limit = null)
    {
        (_stepBegan, _stepLimit) = (clock.GetTimestamp(), limit ?? MailLimits.WholeStep);
        _reader.Allowance = MailLimits.Step;
    }

    /// <summary>TLS 1.2 or 1.3, with a certificate of exactly this host; what was read before is thrown away.</summary>
    public async Task EncryptAsync(CancellationToken cancellationToken)
    {
        var judge = new CertificateJudge(server, authorities, clock);
        var encrypted = new SslStream(_stream, leaveInnerStreamOpen: false);
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = server.Host,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            CertificateChainPolicy = CertificateJudge.Policy(),
            RemoteCertificateValidationCallback = (_, shown, chain, errors) => judge.Judge(shown, chain, errors),
        };
        _reader.ThrowAway();
        _stream = encrypted;
        await LimitedAsync(
            async limited =>
            {
                try
                {
                    await encrypted.AuthenticateAsClientAsync(options, limited);
                    return true;
                }
                catch (Exception failed) when (failed is AuthenticationException or CryptographicException)
                {
                    throw judge.Verdict
                        ?? new MailRefusedException(
                            "tls-failed",
                            $"The mail server {server} does not answer with TLS 1.2 or newer. Check the port and the kind of encryption: 993 and 465 are encrypted from the start, 143 and 587 by STARTTLS.",
                            failed
                        );
                }
            },
            MailLimits.Exchange,
            cancellationToken
        );
        Encryption = Describe(encrypted);
        logger.Encrypted(server, Encryption);
    }

    /// <param name="most">Octets it may have; beyond them the connection is given up.</param>
    /// <param name="wait">How long it may be silent; <see cref="MailLimits.Exchange"/> when left out.</param>
    /// <returns>Without line end; good until the next read.</returns>
    public async Task<ReadOnlyMemory<byte>> ReadLineAsync(
        CancellationToken cancellationToken,
        int most = MailLimits.Line,
        TimeSpan? wait = null
    )
    {
        if (!_reader.TryLine(most, out var line))
        {
            line = await LimitedAsync(limited => _reader.LineAsync(_stream, most, limited), wait ?? MailLimits.Exchange, cancellationToken);
        }

        if (logger.IsEnabled(LogLevel.Trace))
        {
            logger.Received(server, _mask.Server(Encoding.Latin1.GetString(line.Span)));
        }

        return line;
    }

    /// <summary>Exactly so many octets, as of a literal. The caller checks the number first: it is the server's.</summary>
    public async Task<byte[]> ReadOctetsAsync(int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MailLimits.Step);
        var octets = new byte[count];
        await LimitedAsync(
            async limited =>
            {
                await _reader.OctetsAsync(_stream, octets, limited);
                return true;
            },
            MailLimits.WholeStep,
            cancellationToken
        );
        if (logger.IsEnabled(LogLevel.Trace))
        {
            logger.Received(server, string.Create(CultureInfo.InvariantCulture, $"({count} octets)"));
        }

        return octets;
    }

    /// <param name="line">Without line end; a line break in it would be a second command and is refused.</param>
    public async Task WriteLineAsync(string line, CancellationToken cancellationToken)
    {
        if (line.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
        {
            throw new ArgumentException("A line of a conversation has no line break in it.", nameof(line));
        }

        if (logger.IsEnabled(LogLevel.Trace))
        {
            logger.Sent(server, _mask.Client(line));
        }

        await SendAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancellationToken);
    }

    /// <summary>Octets as they are, such as a mail after DATA; never in the log.</summary>
    public Task WriteAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        if (logger.IsEnabled(LogLevel.Trace))
        {
            logger.Sent(server, string.Create(CultureInfo.InvariantCulture, $"({octets.Length} octets)"));
        }

        return SendAsync(octets, cancellationToken);
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async Task SendAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < octets.Length; sent += MailLimits.Write)
        {
            var piece = octets.Slice(sent, Math.Min(MailLimits.Write, octets.Length - sent));
            await LimitedAsync(
                async limited =>
                {
                    await _stream.WriteAsync(piece, limited);
                    return true;
                },
                MailLimits.Exchange,
                cancellationToken
            );
        }
    }

    private async Task<T> LimitedAsync<T>(
        Func<CancellationToken, ValueTask<T>> exchange,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        var left = _stepLimit - clock.GetElapsedTime(_stepBegan);
        limit = left < limit ? left : limit;
        using var alarm = new CancellationTokenSource(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(alarm.Token, cancellationToken);
        try
        {
            return await exchange(either.Token);
        }
        catch (Exception fault)
        {
            // Half a line may be read or written: nothing that comes now can be understood.
            await _stream.DisposeAsync();
            if (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new MailUnavailableException(
                    "timed-out",
                    $"The mail server {server} did not answer in time. It is tried again.",
                    fault
                );
            }

            if (fault is IOException or ObjectDisposedException or InvalidOperationException && !cancellationToken.IsCancellationRequested)
            {
                throw new MailUnavailableException(
                    "connection-lost",
                    $"The connection to the mail server {server} broke. It is tried again.",
                    fault
                );
            }

            if (cancellationToken.IsCancellationRequested && fault is not MailException)
            {
                throw new OperationCanceledException(fault.Message, fault, cancellationToken);
            }

            throw;
        }
    }

    private static string Describe(SslStream encrypted)
    {
        var version = encrypted.SslProtocol == SslProtocols.Tls13 ? "TLS 1.3" : "TLS 1.2";
        if (encrypted.RemoteCertificate is not X509Certificate2 certificate)
        {
            return version;
        }

        var issuer = ServerWords.Quote(certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true));
        var until = certificate.NotAfter.ToUniversalTime().ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return $"{version}, certificate for {CertificateNames.Of(certificate)} by {issuer}, good until {until}";
    }
}
