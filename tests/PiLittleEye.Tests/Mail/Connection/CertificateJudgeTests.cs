using PiLittleEye.Mail;
using PiLittleEye.Mail.Connection;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Connection;

/// <summary>Every wrong certificate, shown by a real server.</summary>
public sealed class CertificateJudgeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(nameof(MailEncryption.Tls))]
    [InlineData(nameof(MailEncryption.StartTls))]
    public async Task The_right_certificate_is_taken(string encryption)
    {
        var servers = await MailServers.StartedAsync();
        await using var connection = await EncryptedAsync(servers.Connector(), servers.Imap(Enum.Parse<MailEncryption>(encryption)));
        Assert.Contains(
            "certificate for localhost, mail.test.local, 127.0.0.1 by Mail fixture CA",
            connection.Encryption,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("wronghost.test.local", true, "certificate-wrong-host", "somebody-else.example, not for wronghost.test.local")]
    [InlineData(
        "another.example.org",
        true,
        "certificate-wrong-host",
        "certificate for localhost, mail.test.local, 127.0.0.1, not for another.example.org"
    )]
    [InlineData("expired.test.local", true, "certificate-expired", "expired on")]
    [InlineData("selfsigned.test.local", true, "certificate-self-signed", "signed itself")]
    [InlineData("selfsigned.test.local", false, "certificate-self-signed", "Mail:TrustedAuthority")]
    [InlineData("localhost", false, "certificate-authority-unknown", "\"Mail fixture CA\"")]
    [InlineData("wronghost.test.local", false, "certificate-wrong-host", "typing error")]
    public async Task A_wrong_one_is_refused_with_words(string host, bool isTrusting, string code, string words)
    {
        var servers = await MailServers.StartedAsync();
        foreach (var encryption in new[] { MailEncryption.Tls, MailEncryption.StartTls })
        {
            var connector = servers.Connector(isTrusting: isTrusting);
            var refused = await Assert.ThrowsAsync<MailRefusedException>(() => EncryptedAsync(connector, servers.Imap(encryption, host)));
            Assert.Equal(code, refused.Code);
            Assert.Contains(words, refused.Message, StringComparison.Ordinal);
            Assert.StartsWith($"The mail server {host}:", refused.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_extra_authority_makes_no_other_server_less_trusted()
    {
        var servers = await MailServers.StartedAsync();
        await using var scripted = new ScriptedServer(talk => talk.EncryptAsync());
        // Its authority is not the one of the file, nor of the system.
        var connector = servers.Connector();
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() =>
            connector.ConnectAsync(scripted.Server(MailEncryption.Tls), Stop)
        );
        Assert.Equal("certificate-authority-unknown", refused.Code);
        Assert.Contains("\"Scripted authority\"", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<MailConnection> EncryptedAsync(MailConnector connector, MailServer server)
    {
        var connection = await connector.ConnectAsync(server, Stop);
        if (server.Encryption == MailEncryption.StartTls)
        {
            await connection.ReadLineAsync(Stop);
            await connection.WriteLineAsync("A1 STARTTLS", Stop);
            await connection.ReadLineAsync(Stop);
            await connection.EncryptAsync(Stop);
        }

        return connection;
    }
}
