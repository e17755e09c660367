using System.Globalization;

namespace PiLittleEye.Settings;

/// <summary>
/// Reads one section of the settings value by value. A mistake is noted with its key, value and remedy and the default is used,
/// so that one look shows all mistakes; the stock binder stops at the first. A key that nobody read is a mistake too.
/// </summary>
internal sealed class SettingsSection(IConfigurationSection section, List<SettingsProblem> problems)
{
    private const string ASection = "a section";

    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    public string Path => section.Path;

    public string Text(string key, string fallback) => Raw(key) ?? fallback;

    public string? OptionalText(string key) => Raw(key) is { Length: > 0 } text ? text : null;

    public int Integer(string key, int fallback, int least, int most)
    {
        var text = Raw(key);
        if (text is null)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        Complain(key, text, string.Create(CultureInfo.InvariantCulture, $"use a whole number from {least} to {most}"));
        return fallback;
    }

    public bool Flag(string key, bool fallback)
    {
        var text = Raw(key);
        if (text is null || bool.TryParse(text, out fallback))
        {
            return fallback;
        }

        Complain(key, text, "use true or false");
        return fallback;
    }

    public string OneOf(string key, string fallback, IReadOnlyList<string> allowed)
    {
        var text = Raw(key);
        if (text is null || allowed.Contains(text, StringComparer.Ordinal))
        {
            return text ?? fallback;
        }

        Complain(key, text, $"use one of {string.Join(", ", allowed)}");
        return fallback;
    }

    /// <summary>A list of plain values, as <c>"Names": ["a", "b"]</c>.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        _known.Add(key);
        var list = section.GetSection(key);
        if (list.Value is { Length: > 0 } value)
        {
            Complain(key, value, "write a list there, as [\"a\", \"b\"]");
        }

        foreach (var item in list.GetChildren())
        {
            RefuseSection(item);
        }

        return [.. list.GetChildren().Select(item => item.Value).OfType<string>()];
    }

    /// <summary>A section in this one; whoever reads it calls its <see cref="RefuseUnknownKeys"/>.</summary>
    public SettingsSection Inner(string key)
    {
        _known.Add(key);
        return new SettingsSection(section.GetSection(key), problems);
    }

    /// <summary>The members of a section that is a list, as <c>"Cameras": [{…}, {…}]</c>.</summary>
    public IEnumerable<SettingsSection> Items()
    {
        foreach (var child in section.GetChildren())
        {
            if (int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            {
                _known.Add(child.Key);
                yield return new SettingsSection(child, problems);
            }
        }
    }

    public void Complain(string key, string? value, string remedy) =>
        problems.Add(new SettingsProblem($"{section.Path}:{key}", value, remedy));

    /// <summary>Call last: whatever is left was misspelt, and a misspelt key must not be ignored silently.</summary>
    public void RefuseUnknownKeys()
    {
        if (section.Value is { Length: > 0 } value)
        {
            problems.Add(new SettingsProblem(section.Path, value, "write a section there, in braces or brackets"));
        }

        var known = _known.Count == 0 ? "" : $", or use one of {string.Join(", ", _known.Order(StringComparer.Ordinal))}";
        foreach (var child in section.GetChildren().Where(child => !_known.Contains(child.Key)))
        {
            problems.Add(new SettingsProblem(child.Path, child.Value ?? ASection, $"remove it{known}"));
        }
    }

    private string? Raw(string key)
    {
        _known.Add(key);
        RefuseSection(section.GetSection(key));
        return section[key];
    }

    private void RefuseSection(IConfigurationSection value)
    {
        if (value.GetChildren().Any())
        {
            problems.Add(new SettingsProblem(value.Path, ASection, "write one value there, without brackets or braces"));
        }
    }
}
