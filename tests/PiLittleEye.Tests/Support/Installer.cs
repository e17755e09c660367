using PiLittleEye.Settings;

namespace PiLittleEye.Tests.Support;

/// <summary>Says settings on the command line and hears what is wrong with them.</summary>
internal static class Installer
{
    public static TOptions Says<TOptions>(string section, Func<SettingsSection, TOptions> read, params string[] arguments)
    {
        var settings = new InstallerSettings(arguments);
        var options = settings.Section(section, read);
        settings.ThrowIfWrong();
        return options;
    }

    /// <returns>One sentence for each mistake.</returns>
    public static IReadOnlyList<string> Hears<TOptions>(string section, Func<SettingsSection, TOptions> read, params string[] arguments)
    {
        var wrong = Assert.Throws<SettingsException>(() => Says(section, read, arguments));
        return [.. wrong.Problems.Select(problem => problem.ToString())];
    }
}
