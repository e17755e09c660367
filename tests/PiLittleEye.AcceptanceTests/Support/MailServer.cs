using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PiLittleEye.AcceptanceTests.Support;

/// <summary>Real Dovecot and Postfix on loopback (tests/mailserver) for the tests of a class. Passwords are the user's name + <c>-pw</c>.</summary>
public sealed class MailServer : IAsyncLifetime
{
    private const int Ports = 10;
    private const int Boxes = 20;

    private static readonly string s_script = Path.Combine(Checkout.Root, "tests", "mailserver", "mailserver.sh");

    // Short, because of the sockets in it.
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"ple-page-mail-{Environment.ProcessId}");
    private int _basePort;
    private int _taken;

    /// <summary>As for <c>Mail:TrustedAuthority</c>.</summary>
    public string Authority => Path.Combine(_folder, "tls", "ca.pem");

    public string ImapPort => Text(_basePort + 1);

    public string SmtpPort => Text(_basePort + 4);

    private static bool CanRun =>
        Environment.IsPrivilegedProcess && File.Exists("/usr/sbin/dovecot") && File.Exists("/usr/lib/postfix/sbin/master");

    public async ValueTask InitializeAsync()
    {
        if (CanRun)
        {
            _basePort = FreeRange();
            await RunAsync("start", _folder, Text(_basePort));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (CanRun)
        {
            await RunAsync("stop", _folder, "--purge");
        }
    }

    /// <summary>Skips the test where the servers cannot run.</summary>
    /// <returns>A user nobody else has, with an empty mailbox.</returns>
    public string TakeUser()
    {
        Assert.SkipUnless(CanRun, "Real mail servers need root, Dovecot and Postfix; scripts/test.sh installs them.");
        var number = Interlocked.Increment(ref _taken);
        Assert.InRange(number, 1, Boxes);
        return $"box{number}";
    }

    /// <summary>Puts a mail into somebody's mailbox.</summary>
    /// <param name="user">Without domain.</param>
    /// <param name="lines">Of the header, an empty one, and of the text.</param>
    public async Task DeliverAsync(string user, params string[] lines)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.eml");
        await File.WriteAllLinesAsync(file, lines);
        await RunAsync("deliver", _folder, user, file);
    }

    // Below what the kernel gives out by itself, and beside what the unit tests use; two runs at once begin at different ends.
    private static int FreeRange() =>
        Enumerable
            .Range(0, 200)
            .Select(step => 9000 + ((Environment.ProcessId + step) % 200 * Ports))
            .First(start => Enumerable.Range(start, Ports).All(IsFree));

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

    private static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/bash", [s_script, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["MAILSERVER_BOXES"] = Text(Boxes);
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(process.ExitCode == 0, $"mailserver.sh {arguments[0]}: {await complained} {await said}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
