using PiLittleEye.Mail.Connection;
using PiLittleEye.Mail.Mime;

namespace PiLittleEye.Mail.Smtp;

/// <summary>Sends over a connection of its own for each mail: mails are minutes apart, and servers close sooner.</summary>
internal sealed class SmtpMailSender(MailConnector connector, MailServer server, MailLogin login) : IMailSender
{
    public async Task<string> SendAsync(string from, string to, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        BareAddress.Check(from);
        BareAddress.Check(to);
        // Before anybody waits at the other end: a token may have to be fetched.
        var secret = await login.GetSecretAsync(cancellationToken);
        var connection = await connector.ConnectAsync(server, cancellationToken);
        var session = new SmtpSession(connection);
        try
        {
            await session.OpenAsync(cancellationToken);
            await session.LogInAsync(login, secret, cancellationToken);
            return await session.SendAsync(from, to, message, cancellationToken);
        }
        finally
        {
            // Nobody waits for the good-bye: until it is noted that the mail was taken, a power cut would send it twice.
            _ = CloseAsync(session, connection, cancellationToken);
        }
    }

    private static async Task CloseAsync(SmtpSession session, MailConnection connection, CancellationToken cancellationToken)
    {
        await session.QuitAsync(cancellationToken);
        await connection.DisposeAsync();
    }
}
