namespace PiLittleEye.PhotoReplies;

/// <summary>Whether the network sets this machine's clock. Codes are worth nothing without the right time.</summary>
/// <param name="folder">Of systemd-timesyncd, which puts a file there once it has set the clock (systemd-timesyncd.service(8)).</param>
internal sealed class NetworkTime(string folder = "/run/systemd/timesync")
{
    // Where another program keeps the time nobody can be asked; it is taken for right.
    public bool IsSet => !Directory.Exists(folder) || File.Exists(Path.Combine(folder, "synchronized"));
}
