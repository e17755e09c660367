using System.Diagnostics;
using System.Text;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Mail.Queue;
using PiLittleEye.Mail.Smtp;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Smtp;

/// <summary>Against real Postfix, and what real Dovecot then has.</summary>
public sealed partial class SmtpMailSenderTests
{
    private static readonly byte[] s_picture = Picture();

    public enum Way
    {
        Submission,
        SubmissionTls,
        Ses,
        SesTls,
    }

    [Theory]
    [InlineData(Way.Submission)]
    [InlineData(Way.SubmissionTls)]
    [InlineData(Way.Ses)]
    [InlineData(Way.SesTls)]
    public async Task A_photo_mail_arrives_octet_by_octet(Way way)
    {
        var servers = await MailServers.StartedAsync();
        var box = servers.TakeMailbox();
        var mail = SomeMail.Reply with
        {
            To = $"{box}@test.local",
            Subject = "Foto – Drucker im Keller",
            Text = "Aufgenommen um 15:03:59.\r\n.\r\n..zwei Punkte\r\n" + new string('ä', 2000),
            MessageId = MessageId.New($"{box}@test.local"),
            Attachments = [new MailAttachment("photo.jpg", "image/jpeg", s_picture)],
        };
        var message = MimeWriter.WithSender($"{box}@test.local", "Pi Little Eye", MimeWriter.Write(mail));
        var sender = new SmtpMailSender(servers.Connector(), Server(servers, way), MailServers.Login(box));
        Assert.StartsWith(
            "250 ",
            await sender.SendAsync($"{box}@test.local", mail.To, message, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

        await Limit.Until(() => servers.Mails(box).Count == 1, "the mail in its mailbox");
        var arrived = servers.Mails(box)[0];
        // Servers put lines on top, and Dovecot keeps lines without CR.
        Assert.EndsWith(
            Encoding.Latin1.GetString(message).ReplaceLineEndings("\n"),
            arrived.ReplaceLineEndings("\n"),
            StringComparison.Ordinal
        );
        using var reader = new PythonMailReader();
        var read = reader.Read(Encoding.Latin1.GetBytes(arrived));
        Assert.Empty(read.Defects);
        Assert.Equal(mail.Subject, read.Header("Subject"));
        Assert.Equal(mail.Text + "\r\n", read.Text.ReplaceLineEndings("\r\n"));
        Assert.Equal(s_picture, read.Parts[1].Content);
        Assert.Equal(("photo.jpg", "image/jpeg"), (read.Parts[1].File, read.Parts[1].Type));

        // And as a mail program is told of it.
        var structure = await DovecotAsync(servers, box);
        Assert.Contains("""("text" "plain" ("charset" "utf-8") NIL NIL "base64" """, structure, StringComparison.OrdinalIgnoreCase);
        var octets = Base64Lines.LengthOf(s_picture.Length);
        Assert.Contains(
            $"""("image" "jpeg" ("name" "photo.jpg") NIL NIL "base64" {octets} """,
            structure,
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Contains("""("attachment" ("filename" "photo.jpg"))""", structure, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("throttle", Way.Submission, "throttled", FailureScope.Server)]
    [InlineData("throttle", Way.SesTls, "throttled", FailureScope.Server)]
    [InlineData("throttle-data", Way.Ses, "throttled", FailureScope.Server)]
    [InlineData("quota-data", Way.Ses, "quota-used-up", FailureScope.Server)]
    [InlineData("tempfail", Way.Submission, "mail-put-off", FailureScope.Mail)]
    [InlineData("close421", Way.SubmissionTls, "server-busy", FailureScope.Server)]
    [InlineData("nosuchuser", Way.Submission, "recipient-refused", FailureScope.Mail)]
    [InlineData("unverified", Way.Ses, "identity-unverified", FailureScope.Mail)]
    [InlineData("unverified", Way.Submission, "identity-unverified", FailureScope.Mail)]
    internal async Task Every_refusal_says_what_can_be_done(string recipient, Way way, string code, FailureScope scope)
    {
        var servers = await MailServers.StartedAsync();
        var sender = new SmtpMailSender(servers.Connector(), Server(servers, way), MailServers.Login("camera"));
        var failure = await Assert.ThrowsAnyAsync<MailException>(() =>
            sender.SendAsync("camera@test.local", $"{recipient}@example.org", s_message, TestContext.Current.CancellationToken)
        );
        Assert.Equal((code, scope), (failure.Code, MailFailures.ScopeOf(failure)));
        // By the number alone, as real SES has other words: later or never is right in every case.
        Assert.Equal(failure.Message.Contains("It said: 4", StringComparison.Ordinal), failure is MailUnavailableException);
    }

    [Theory]
    [InlineData(Way.Submission)]
    [InlineData(Way.SesTls)]
    public async Task A_wrong_password_is_for_the_owner_to_mend(Way way)
    {
        var servers = await MailServers.StartedAsync();
        var sender = new SmtpMailSender(servers.Connector(), Server(servers, way), MailLogin.WithPassword("camera", "wrong"));
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() =>
            sender.SendAsync("camera@test.local", To, s_message, TestContext.Current.CancellationToken)
        );
        Assert.Equal(("login-refused", FailureScope.Account), (refused.Code, MailFailures.ScopeOf(refused)));
        Assert.Contains("app password", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_logs_in_where_the_server_knows_them()
    {
        var servers = await MailServers.StartedAsync();
        var box = servers.TakeMailbox();
        var token = await servers.TokenAsync(box);
        var login = new MailLogin(box, isToken: true, _ => ValueTask.FromResult(token));
        var sender = new SmtpMailSender(servers.Connector(), servers.Submission(), login);
        await sender.SendAsync($"{box}@test.local", $"{box}@test.local", s_message, TestContext.Current.CancellationToken);
        await Limit.Until(() => servers.Mails(box).Count == 1, "the mail in its mailbox");

        var bad = new MailLogin(box, isToken: true, _ => ValueTask.FromResult("ey.bad.token"));
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() =>
            new SmtpMailSender(servers.Connector(), servers.Submission(), bad).SendAsync(
                From,
                To,
                s_message,
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal("login-refused", refused.Code);
    }

    [Fact]
    public async Task A_mail_above_the_servers_limit_is_refused_before_it_is_sent()
    {
        var servers = await MailServers.StartedAsync();
        var sender = new SmtpMailSender(servers.Connector(), servers.Submission(), MailServers.Login("camera"));
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() =>
            sender.SendAsync("camera@test.local", To, new byte[10_485_761], TestContext.Current.CancellationToken)
        );
        Assert.Equal("mail-too-big", refused.Code);
    }

    [Fact]
    public async Task Nobody_but_the_right_server_gets_the_password()
    {
        var servers = await MailServers.StartedAsync();
        var other = new SmtpMailSender(servers.Connector(), servers.Submission(host: "mail.example.org"), MailServers.Login("camera"));
        var strange = new SmtpMailSender(
            servers.Connector(isTrusting: false),
            servers.Ses(MailEncryption.Tls),
            MailServers.Login("camera")
        );
        Assert.Equal("certificate-wrong-host", await CodeAsync(other));
        Assert.Equal("certificate-authority-unknown", await CodeAsync(strange));

        static async Task<string> CodeAsync(SmtpMailSender sender) =>
            (
                await Assert.ThrowsAsync<MailRefusedException>(() =>
                    sender.SendAsync("camera@test.local", To, s_message, TestContext.Current.CancellationToken)
                )
            ).Code;
    }

    [Fact]
    public async Task The_port_for_other_servers_is_not_the_one_for_users()
    {
        var servers = await MailServers.StartedAsync();
        var inbound = new MailServer("localhost", servers.Port(5), MailEncryption.StartTls);
        var refused = await Assert.ThrowsAsync<MailRefusedException>(() =>
            new SmtpMailSender(servers.Connector(), inbound, MailServers.Login("camera")).SendAsync(
                From,
                To,
                s_message,
                CancellationToken.None
            )
        );
        Assert.Equal("login-impossible", refused.Code);
        Assert.Contains("465 or 587", refused.Message, StringComparison.Ordinal);
    }

    // In Python, so that not our own client judges our own mail.
    private static async Task<string> DovecotAsync(MailServers servers, string box)
    {
        const string Program = """
            import sys, imaplib, ssl
            server = imaplib.IMAP4_SSL('localhost', int(sys.argv[1]), ssl_context=ssl.create_default_context(cafile=sys.argv[2]))
            server.login(sys.argv[3], sys.argv[3] + '-pw')
            server.select('INBOX', readonly=True)
            print(server.fetch('1', '(BODYSTRUCTURE)')[1][0].decode())
            """;
        var start = new ProcessStartInfo("python3", ["-c", Program, $"{servers.Imap().Port}", servers.AuthorityFile, box])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var python = Process.Start(start)!;
        return await Limit.On(python.StandardOutput.ReadToEndAsync(), "what Dovecot says of the mail");
    }

    private static MailServer Server(MailServers servers, Way way) =>
        way switch
        {
            Way.Submission => servers.Submission(),
            Way.SubmissionTls => servers.Submission(MailEncryption.Tls),
            Way.Ses => servers.Ses(),
            _ => servers.Ses(MailEncryption.Tls),
        };

    private static byte[] Picture()
    {
        var bytes = new byte[700_000];
        new Noise(5).Fill(bytes);
        return bytes;
    }
}
