using System.Globalization;
using System.Net.Sockets;
using PiLittleEye.Benchmarks.Workbench;

namespace PiLittleEye.Benchmarks.Served;

/// <summary>Real Dovecot and Postfix on the loopback (tests/mailserver), with the camera's mailbox and everybody else's in one.</summary>
internal sealed class MailHouse : IAsyncDisposable
{
    private const int Ports = 10;

    private static readonly string s_script = Path.Combine(Checkout.Folder, "tests", "mailserver", "mailserver.sh");
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly string _folder;

    private MailHouse(string folder, int basePort) => (_folder, BasePort) = (folder, basePort);

    /// <summary>+1 is IMAP, +4 is for sending, both encrypted from the start.</summary>
    public int BasePort { get; }

    public string Authority => Path.Combine(_folder, "tls", "ca.pem");

    /// <exception cref="CannotMeasureException">They are not installed, or it is not root who asks.</exception>
    public static async Task<MailHouse> StartAsync(CancellationToken cancellation)
    {
        // Short, because of the sockets in it.
        var folder = Path.Combine(Path.GetTempPath(), $"ple-bench-mail-{Environment.ProcessId}");
        var basePort = FreeRange();
        await Tool.RunAsync("bash", [s_script, "start", folder, basePort.ToString(CultureInfo.InvariantCulture)], cancellation);
        return new MailHouse(folder, basePort);
    }

    /// <summary>Puts a mail into a mailbox and waits until the answer to it lies in the mailbox of all addresses elsewhere.</summary>
    /// <returns>The time between the two, the way through Postfix and Dovecot included.</returns>
    public async Task<TimeSpan> AnsweredAsync(string user, string message, CancellationToken cancellation)
    {
        var before = Answers();
        var maildir = Path.Combine(_folder, "mail", user, "Maildir");
        var name = $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.{Guid.NewGuid():N}.bench";
        await File.WriteAllTextAsync(Path.Combine(maildir, "tmp", name), message, cancellation);
        var begin = TimeProvider.System.GetTimestamp();
        File.Move(Path.Combine(maildir, "tmp", name), Path.Combine(maildir, "new", name));
        while (Answers() == before)
        {
            if (TimeProvider.System.GetElapsedTime(begin) > s_patience)
            {
                throw new CannotMeasureException("No answer came to a mail within a minute.");
            }

            await Task.Delay(s_look, TimeProvider.System, cancellation);
        }

        return TimeProvider.System.GetElapsedTime(begin);
    }

    public async ValueTask DisposeAsync() => await Tool.RunAsync("bash", [s_script, "stop", _folder, "--purge"], CancellationToken.None);

    private int Answers()
    {
        var mails = Path.Combine(_folder, "mail", "outside", "Maildir", "new");
        return Directory.Exists(mails) ? Directory.GetFiles(mails).Length : 0;
    }

    // Below what the kernel gives out by itself.
    private static int FreeRange()
    {
        for (var basePort = 21_000; ; basePort += Ports)
        {
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
            socket.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
