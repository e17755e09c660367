using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Account;
using PiLittleEye.Mail.Queue;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Mail.Queue;

/// <summary>The program itself, killed (SIGKILL) by the server between any two words of the conversation, and started again.</summary>
public sealed partial class MailQueueWorkerTests
{
    private enum Killing
    {
        AtTheGreeting,
        AtTheLogin,
        AtTheSender,
        AtTheRecipient,
        BeforeTheContent,
        BeforeTheVerdict,
        AfterTheVerdict,
        Never,
    }

    [Fact]
    public async Task Whenever_the_service_is_killed_its_mail_goes_out_and_never_another_one()
    {
        foreach (var moment in Enum.GetValues<Killing>())
        {
            using var home = new TemporaryDirectory();
            var taken = new List<string>();
            Process? running = null;
            await using var server = new ScriptedServer(
                "localhost",
                talk => TakeAsync(talk, taken, moment, () => running!.Kill()),
                talk => TakeAsync(talk, taken, Killing.Never, () => { })
            );
            string[] settings =
            [
                $"--settings={home.Write("settings.json", "{}")}",
                $"--Storage:Directory={home.File("state")}",
                $"--Mail:TrustedAuthority={server.AuthorityFile}",
                "--Https:Address=127.0.0.1",
                "--Https:Port=0",
                "--Cameras:0:Source=test-pattern",
            ];
            await FurnishAsync(settings, server.Port);

            using (running = Start(settings))
            {
                // Killed at its moment, or done.
                await Limit.Until(
                    () => running.HasExited || Store(home).Waiting().Count == 0,
                    $"the end of the first run, killed {moment}"
                );
                running.Kill();
                await running.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            using (var second = Start(settings))
            {
                await Limit.Until(() => Store(home).Waiting().Count == 0, $"an empty queue after being killed {moment}");
                second.Kill();
                await second.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            // Between the server's word and the note of it nobody can know.
            Assert.InRange(taken.Count, 1, moment == Killing.AfterTheVerdict ? 2 : 1);
            Assert.Single(taken.Distinct(StringComparer.Ordinal));
            Assert.Contains("Message-ID: <some-id@example.org>", taken[0], StringComparison.Ordinal);
            TemporaryState.Forget(TemporaryState.DatabaseIn(home.File("state")));
        }
    }

    private static MailQueueStore Store(TemporaryDirectory home) => new(TemporaryState.DatabaseIn(home.File("state")));

    private static async Task FurnishAsync(string[] settings, int port)
    {
        await using var app = Program.Build(settings);
        app.UseStorage();
        var secret = app.Services.GetRequiredService<MailSecrets>().Seal("secret");
        app.Services.GetRequiredService<MailAccounts>()
            .Change(account =>
                account with
                {
                    Address = "camera@example.org",
                    User = "camera",
                    Secret = secret,
                    // Nobody reads mails here.
                    Incoming = new MailServer("localhost", 1, MailEncryption.Tls),
                    Outgoing = new MailServer("localhost", port, MailEncryption.Tls),
                }
            );
        app.Services.GetRequiredService<MailQueue>().Enqueue(SomeMail.Reply);
    }

    private static Process Start(string[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PiLittleEye.dll"), "serve", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in new[] { "NOTIFY_SOCKET", "WATCHDOG_USEC", "JOURNAL_STREAM", "STATE_DIRECTORY" })
        {
            start.Environment.Remove(name);
        }

        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task TakeAsync(ScriptedTalk talk, List<string> taken, Killing moment, Action kill)
    {
        await talk.EncryptAsync();
        await talk.SayAsync("220 localhost");
        KillAt(Killing.AtTheGreeting);
        await HearAndSayAsync("250-localhost", "250 AUTH PLAIN");
        await HearAndSayAsync("235 ok");
        KillAt(Killing.AtTheLogin);
        await HearAndSayAsync("250 ok");
        KillAt(Killing.AtTheSender);
        await HearAndSayAsync("250 ok");
        KillAt(Killing.AtTheRecipient);
        await HearAndSayAsync("354 go");
        KillAt(Killing.BeforeTheContent);
        var content = await ContentAsync(talk);
        KillAt(Killing.BeforeTheVerdict);
        taken.Add(content);
        await talk.SayAsync("250 ok");
        KillAt(Killing.AfterTheVerdict);
        await talk.UntilGoneAsync();

        async Task HearAndSayAsync(params string[] lines)
        {
            await talk.HearAsync();
            await talk.SayAsync(lines);
        }

        void KillAt(Killing here)
        {
            if (here == moment)
            {
                kill();
                throw new IOException("Killed.");
            }
        }
    }
}
