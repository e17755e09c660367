using System.Globalization;

namespace PiLittleEye.Cameras.V4l2;

/// <summary>Finds the program that has a device open, so that "busy" can name it.</summary>
internal static class DeviceHolder
{
    /// <param name="device">The device's real path, no link.</param>
    /// <param name="proc">Where the kernel lists its processes.</param>
    /// <returns><c>motion, pid 812</c>; null when it has let go meanwhile, or belongs to another user and cannot be seen.</returns>
    public static string? Find(string device, string proc = "/proc")
    {
        var self = Path.Combine(proc, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        var holders = Directory
            .EnumerateDirectories(proc)
            .Where(process => Path.GetFileName(process.AsSpan()).IndexOfAnyExceptInRange('0', '9') < 0 && HasOpen(process, device))
            .ToList();

        // Many may have a camera open (sound servers watch its controls); whoever streams has mapped its memory.
        // We have it open too, having just been told that it is busy, and may even stream from it for another camera of the settings.
        var holder = holders.Find(process => HasMapped(process, device)) ?? holders.Find(process => !IsSame(process, self));
        return holder is null ? null : $"{Name(holder)}, pid {Path.GetFileName(holder)}";
    }

    private static bool HasOpen(string process, string device) =>
        Try(() =>
            Directory.EnumerateFileSystemEntries(Path.Combine(process, "fd")).Any(link => IsSame(new FileInfo(link).LinkTarget, device))
        );

    private static bool HasMapped(string process, string device) =>
        Try(() => File.ReadLines(Path.Combine(process, "maps")).Any(line => line.EndsWith(' ' + device, StringComparison.Ordinal)));

    private static string Name(string process)
    {
        var name = "a program";
        Try(() => (name = File.ReadAllText(Path.Combine(process, "comm")).Trim()).Length > 0);
        return name;
    }

    private static bool IsSame(string? path, string other) => string.Equals(path, other, StringComparison.Ordinal);

    // A process may end while it is looked at, and those of other users do not let us look.
    private static bool Try(Func<bool> look)
    {
        try
        {
            return look();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
