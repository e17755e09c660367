using PiLittleEye.Settings;

namespace PiLittleEye.Storage;

/// <summary>Where everything is kept that must survive.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>Created with mode 0700 when missing.</summary>
    public string Directory { get; set; } = DefaultDirectory();

    public static StorageOptions Read(SettingsSection section)
    {
        var options = new StorageOptions();
        options.Directory = section.Text(nameof(Directory), options.Directory);
        if (!Path.IsPathRooted(options.Directory))
        {
            section.Complain(nameof(Directory), options.Directory, "use a path that starts with /");
        }

        return options;
    }

    /// <summary>The certificate, the set-up code and the database are files in it.</summary>
    public string PathOf(string fileName) => Path.Combine(Directory, fileName);

    // systemd names the directory it made (StateDirectory=); else the place that the file hierarchy standard and the
    // XDG base directory specification give to state.
    private static string DefaultDirectory()
    {
        if (Environment.GetEnvironmentVariable("STATE_DIRECTORY") is { Length: > 0 } fromSystemd)
        {
            return fromSystemd.Split(':')[0];
        }

        if (Environment.IsPrivilegedProcess)
        {
            return "/var/lib/pi-little-eye";
        }

        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.Combine(string.IsNullOrEmpty(state) ? Path.Combine(home, ".local", "state") : state, "pi-little-eye");
    }
}
