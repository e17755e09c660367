using System.Globalization;
using System.Text.RegularExpressions;

namespace PiLittleEye.Hosting;

/// <summary>Finds out which program listens on a port that we wanted, from /proc; the message for whoever must decide.</summary>
internal static partial class BusyPort
{
    // TCP_LISTEN of net/tcp_states.h, as /proc/net/tcp writes it.
    private const string Listening = "0A";

    private static readonly string[] s_tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    /// <param name="message">Kestrel's, which ends in the address it wanted: "…address https://[::]:5220: address already in use."</param>
    public static string Explain(string message)
    {
        var port = PortAtEnd().Match(message) is { Success: true } match
            ? int.Parse(match.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        var holder = HolderOf(port);
        return $"Port {port} is in use{(holder is null ? "" : $" by {holder}")}. Stop that program, or choose another port with --Https:Port.";
    }

    private static string? HolderOf(int port)
    {
        var inodes = s_tables
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns.Length > 9 && columns[3] == Listening)
            .Where(columns => columns[1].EndsWith($":{port:X4}", StringComparison.Ordinal))
            .Select(columns => $"socket:[{columns[9]}]")
            .ToHashSet(StringComparer.Ordinal);
        return inodes.Count == 0
            ? null
            : Directory
                .EnumerateDirectories("/proc")
                .Where(directory => int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out _))
                .Where(process => Links(process).Any(inodes.Contains))
                .Select(process => $"{File.ReadAllText($"{process}/comm").Trim()} (pid {Path.GetFileName(process)})")
                .FirstOrDefault();
    }

    // Other users' processes cannot be looked into; then the port's holder stays unnamed.
    private static IEnumerable<string> Links(string process)
    {
        try
        {
            return [.. Directory.EnumerateFiles($"{process}/fd").Select(link => new FileInfo(link).LinkTarget).OfType<string>()];
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [GeneratedRegex(
        @":(?<port>\d+): address already in use",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PortAtEnd();
}
