namespace PiLittleEye.Settings;

/// <summary>
/// What the installer said, read section by section by the room that owns it. All mistakes of all sections are collected
/// and told at once by <see cref="ThrowIfWrong"/>.
/// </summary>
internal sealed class InstallerSettings
{
    private readonly IConfigurationRoot _configuration;
    private readonly List<SettingsProblem> _problems = [];
    private readonly HashSet<string> _sections = new(StringComparer.OrdinalIgnoreCase);

    public InstallerSettings(IReadOnlyList<string> arguments) => (_configuration, Files) = SettingsFile.Read(arguments);

    /// <summary>The files that were read, first to last.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Reads a section into its options; a room does this once.</summary>
    public TOptions Section<TOptions>(string name, Func<SettingsSection, TOptions> read)
    {
        _sections.Add(name);
        var section = new SettingsSection(_configuration.GetSection(name), _problems);
        var options = read(section);
        section.RefuseUnknownKeys();
        return options;
    }

    /// <exception cref="SettingsException">There is at least one mistake.</exception>
    public void ThrowIfWrong()
    {
        foreach (var stranger in _configuration.GetChildren().Where(child => !_sections.Contains(child.Key)))
        {
            var known = string.Join(", ", _sections.Order(StringComparer.Ordinal));
            _problems.Add(new SettingsProblem(stranger.Key, stranger.Value ?? "a section", $"remove it, or use one of {known}"));
        }

        if (_problems.Count > 0)
        {
            throw new SettingsException(_problems);
        }
    }
}
