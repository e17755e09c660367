using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PiLittleEye.Mail;
using PiLittleEye.Mail.Connection;
using PiLittleEye.Tests.Architecture;

namespace PiLittleEye.Tests.Support;

/// <summary>
/// Real Dovecot and Postfix on loopback (tests/mailserver), started by the first test that asks, shared by all, stopped with the test program.
/// A test takes a mailbox of its own (<see cref="TakeMailbox"/>), so that tests do not see each other's mails. Everything a mail leaves for outside
/// test.local ends in the mailbox <c>outside</c>. Passwords are the user's name + <c>-pw</c>.
/// </summary>
internal sealed class MailServers
{
    public const string Domain = "test.local";

    /// <summary>Of one user at a time; Dovecot's own default.</summary>
    public const int MostConnections = 10;

    private const int Ports = 10;
    private const int Boxes = 150;
    private static readonly Lazy<Task<MailServers>> s_shared = new(StartAsync);
    private static readonly string s_script = Path.Combine(House.Checkout, "tests", "mailserver", "mailserver.sh");
    private static readonly string[] s_folders = ["new", "cur"];
    private readonly string _folder;
    private readonly int _basePort;
    private int _taken;
    private int _delivered;

    private MailServers(string folder, int basePort) => (_folder, _basePort) = (folder, basePort);

    /// <summary>PEM, for <c>Mail:TrustedAuthority</c>.</summary>
    public string AuthorityFile => Path.Combine(_folder, "tls", "ca.pem");

    /// <summary>Two ports on which nobody listens and nobody else will.</summary>
    public IReadOnlyList<int> FreePorts => [_basePort + 8, _basePort + 9];

    /// <summary>Skips the test where the servers cannot run, and says why.</summary>
    public static Task<MailServers> StartedAsync()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Real mail servers are started by root only: Postfix refuses everybody else.");
        Assert.SkipUnless(
            File.Exists("/usr/sbin/dovecot") && File.Exists("/usr/lib/postfix/sbin/master"),
            "Dovecot and Postfix are not installed; scripts/test.sh does it."
        );
        return s_shared.Value;
    }

    /// <summary>With the test program; nothing when no test asked.</summary>
    public static async Task StopAsync()
    {
        if (s_shared is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } started })
        {
            await RunAsync("stop", (await started)._folder, "--purge");
        }
    }

    /// <summary>For other ports than the usual ones, such as from a script.</summary>
    public int Port(int offset) => _basePort + offset;

    /// <param name="host">Whose certificate is expected; <c>localhost</c> is right, and <c>wronghost expired selfsigned</c> + <c>.test.local</c> show one that is not.</param>
    public MailServer Imap(MailEncryption encryption = MailEncryption.Tls, string host = "localhost") =>
        new(host, Port(encryption == MailEncryption.Tls ? 1 : 0), encryption);

    public MailServer Submission(MailEncryption encryption = MailEncryption.StartTls, string host = "localhost") =>
        new(host, Port(encryption == MailEncryption.Tls ? 4 : 3), encryption);

    /// <summary>Says and offers what Amazon SES does.</summary>
    public MailServer Ses(MailEncryption encryption = MailEncryption.StartTls, string host = "localhost") =>
        new(host, Port(encryption == MailEncryption.Tls ? 7 : 6), encryption);

    /// <summary>All names lead to these servers, and their authority is trusted.</summary>
    public MailConnector Connector(TimeProvider? clock = null, ILogger<MailConnector>? logger = null, bool isTrusting = true) =>
        new(
            Options.Create(new MailOptions { TrustedAuthority = isTrusting ? AuthorityFile : null }),
            clock ?? TimeProvider.System,
            logger ?? NullLogger<MailConnector>.Instance,
            (_, _) => Task.FromResult(new[] { IPAddress.Loopback })
        );

    /// <summary>A user nobody else in this test program has, with an empty INBOX: box1, box2 …</summary>
    public string TakeMailbox()
    {
        var number = Interlocked.Increment(ref _taken);
        Assert.True(number <= Boxes, "There are more tests with mailboxes of their own than mailboxes: raise MailServers.Boxes.");
        return $"box{number}";
    }

    public static MailLogin Login(string user) => MailLogin.WithPassword(user, user + "-pw");

    /// <summary>Puts a mail into the INBOX just as it is: no header is added, its lines are ended by LF or CR LF.</summary>
    /// <param name="receivedAt">What INTERNALDATE says (whole seconds); now when left out.</param>
    /// <param name="user">Without domain.</param>
    /// <param name="message">Written in Latin-1, so that a test can say every octet.</param>
    public void Deliver(string user, string message, DateTimeOffset? receivedAt = null)
    {
        var maildir = Path.Combine(_folder, "mail", user, "Maildir");
        // Dovecot gives new mails their UIDs in the order of these times.
        var time = TimeProvider.System.GetUtcNow();
        var micro = (time.Ticks % TimeSpan.TicksPerSecond) / TimeSpan.TicksPerMicrosecond;
        var name = $"{time.ToUnixTimeSeconds()}.M{micro:D6}P{Environment.ProcessId}Q{Interlocked.Increment(ref _delivered)}.test";
        var draft = Path.Combine(maildir, "tmp", name);
        File.WriteAllText(draft, message, Encoding.Latin1);
        if (receivedAt is { } at)
        {
            File.SetLastWriteTimeUtc(draft, at.UtcDateTime);
        }

        File.Move(draft, Path.Combine(maildir, "new", name));
    }

    /// <summary>Mails in the INBOX as they were delivered, oldest first by file name; read from the disk, whatever their flags.</summary>
    public IReadOnlyList<string> Mails(string user) =>
        [
            .. s_folders
                .Select(folder => Path.Combine(_folder, "mail", user, "Maildir", folder))
                .Where(Directory.Exists)
                .SelectMany(Directory.EnumerateFiles)
                .OrderBy(Path.GetFileName, StringComparer.Ordinal)
                .Select(file => File.ReadAllText(file, Encoding.Latin1)),
        ];

    /// <summary>Of each mail in the INBOX that has been looked at: letters as S (seen) and R (answered), in the order of the alphabet.</summary>
    public IReadOnlyList<string> Flags(string user) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(_folder, "mail", user, "Maildir", "cur"))
                .Order(StringComparer.Ordinal)
                .Select(file => file[(file.LastIndexOf(',') + 1)..]),
        ];

    /// <param name="name">As a person writes it.</param>
    /// <param name="user">Without domain.</param>
    public Task MakeFolderAsync(string user, string name) => RunAsync("folder", _folder, user, name);

    /// <summary>With all that is in it.</summary>
    public Task RemoveFolderAsync(string user, string name) => RunAsync("unfolder", _folder, user, name);

    /// <summary>The server throws this user's sessions out.</summary>
    public Task KickAsync(string user) => RunAsync("kick", _folder, user);

    /// <summary>An OAuth2 token that is good for so long; negative: it was good.</summary>
    public async Task<string> TokenAsync(string user, TimeSpan? good = null) =>
        (await RunAsync("token", _folder, user, $"{(good ?? TimeSpan.FromHours(1)).TotalSeconds:F0}")).Trim();

    private static async Task<MailServers> StartAsync()
    {
        await SweepAsync();
        // Short, because of the sockets in it; named by the process, so that the next run finds what a killed one left.
        var folder = Path.Combine(Path.GetTempPath(), $"ple-mail-{Environment.ProcessId}");
        for (var tries = 1; ; tries++)
        {
            var basePort = FreeRange();
            try
            {
                await RunAsync("start", folder, $"{basePort}");
                return new MailServers(folder, basePort);
            }
            catch (InvalidOperationException taken) when (tries < 5 && taken.Message.Contains("is in use", StringComparison.Ordinal))
            {
                // Another test program was quicker.
            }
        }
    }

    private static async Task SweepAsync()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), "ple-mail-*"))
        {
            var owner = folder[(folder.LastIndexOf('-') + 1)..];
            if (!Directory.Exists($"/proc/{owner}") && File.Exists(Path.Combine(folder, "env")))
            {
                await RunAsync("stop", folder, "--purge");
            }
        }
    }

    // Below what the kernel gives out by itself (32768 and up), so that nobody gets one of them by chance.
    private static int FreeRange()
    {
        var noise = new Noise((ulong)Environment.ProcessId ^ (ulong)Stopwatch.GetTimestamp());
        while (true)
        {
            var basePort = 12000 + (noise.Next(2000) * Ports);
            if (Enumerable.Range(basePort, Ports).All(IsFree))
            {
                return basePort;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/bash", [s_script, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["MAILSERVER_BOXES"] = $"{Boxes}";
        start.Environment["MAILSERVER_MAXCONN"] = $"{MostConnections}";
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await Limit.On(process.WaitForExitAsync(), $"mailserver.sh {arguments[0]} ends");
        return process.ExitCode == 0
            ? await said
            : throw new InvalidOperationException($"mailserver.sh {arguments[0]}: {await complained}");
    }
}
