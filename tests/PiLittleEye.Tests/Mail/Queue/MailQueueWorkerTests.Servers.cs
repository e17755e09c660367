using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Queue;
using PiLittleEye.Mail.Smtp;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Queue;

/// <summary>With the real sender.</summary>
public sealed partial class MailQueueWorkerTests
{
    [Fact]
    public async Task A_mail_that_broke_off_goes_again_with_the_same_id_and_the_same_words()
    {
        var heard = new List<string>();
        await using var server = new ScriptedServer(
            async talk =>
            {
                await UntilContentAsync(talk);
                heard.Add(await ContentAsync(talk));
                // And nobody knows whether it was taken.
            },
            async talk =>
            {
                await UntilContentAsync(talk);
                heard.Add(await ContentAsync(talk));
                await talk.SayAsync("250 ok");
                await talk.UntilGoneAsync();
            }
        );
        var sender = new SmtpMailSender(server.Connector(), server.Server(MailEncryption.Tls), MailLogin.WithPassword("camera", "secret"));
        _rig.SetAccount(new OutgoingAccount("camera@example.org", 10, sender));
        _rig.Queue.Enqueue(SomeMail.Reply);
        await _rig.StartAsync();
        await _rig.Clock.SleeperAsync(TimeSpan.FromSeconds(5));
        _rig.Clock.Advance(TimeSpan.FromSeconds(5));
        await _rig.EmptyAsync();

        Assert.Equal(2, heard.Count);
        Assert.Equal(heard[0], heard[1]);
        Assert.Contains("Message-ID: <some-id@example.org>", heard[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_service_sends_with_the_account_that_the_owner_set_up()
    {
        var servers = await MailServers.StartedAsync();
        var box = servers.TakeMailbox();
        var (application, _) = await PiLittleEyeApplication.StartClaimedAsync($"--Mail:TrustedAuthority={servers.AuthorityFile}");
        await using (application)
        {
            using var answer = await application
                .SignedIn()
                .PutAsJsonAsync(
                    "/api/v1/mail",
                    new
                    {
                        address = $"{box}@test.local",
                        user = box,
                        password = $"{box}-pw",
                        incoming = new
                        {
                            host = "localhost",
                            port = servers.Imap().Port,
                            encryption = "tls",
                        },
                        outgoing = new
                        {
                            host = "localhost",
                            port = servers.Submission().Port,
                            encryption = "starttls",
                        },
                    },
                    TestContext.Current.CancellationToken
                );
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var queue = application.Services.GetRequiredService<MailQueue>();
            queue.Enqueue(
                SomeMail.Reply with
                {
                    To = $"{box}@test.local",
                    Attachments = [new MailAttachment("a.jpg", "image/jpeg", new byte[50_000])],
                }
            );

            await Limit.Until(() => servers.Mails(box).Count == 1, "the mail in its mailbox");
            using var reader = new PythonMailReader();
            var read = reader.Read(Encoding.Latin1.GetBytes(servers.Mails(box)[0]));
            Assert.Equal(
                [
                    ["Pi Little Eye", $"{box}@test.local"],
                ],
                read.From
            );
            Assert.Equal(new byte[50_000], read.Parts[1].Content);
            await Limit.Until(() => queue.State.Sent == 1, "the note of it");
            var state = await application.SignedIn().GetFromJsonAsync<JsonElement>("/api/v1/mail", TestContext.Current.CancellationToken);
            Assert.Equal(1, state.GetProperty("counters").GetProperty("sent").GetInt64());
            Assert.Equal(0, state.GetProperty("queue").GetProperty("waiting").GetInt32());
            Assert.NotEqual(JsonValueKind.Null, state.GetProperty("queue").GetProperty("lastSentAt").ValueKind);
        }
    }

    private static async Task UntilContentAsync(ScriptedTalk talk)
    {
        await talk.EncryptAsync();
        await talk.SayAsync("220 mail.example.org");
        string[][] answers =
        [
            ["250-mail.example.org", "250 AUTH PLAIN"],
            ["235 ok"],
            ["250 ok"],
            ["250 ok"],
            ["354 go"],
        ];
        foreach (var answer in answers)
        {
            await talk.HearAsync();
            await talk.SayAsync(answer);
        }
    }

    private static async Task<string> ContentAsync(ScriptedTalk talk)
    {
        var content = new StringBuilder();
        for (var line = await talk.HearAsync(); line != "."; line = await talk.HearAsync())
        {
            content.Append(line).Append('\n');
        }

        return content.ToString();
    }
}
