using Microsoft.Extensions.Options;

namespace PiLittleEye.Settings;

internal static class SettingsFeature
{
    private static readonly object s_key = typeof(InstallerSettings);

    /// <exception cref="SettingsException">The files or arguments cannot even be read.</exception>
    public static IHostApplicationBuilder AddSettings(this IHostApplicationBuilder builder, IReadOnlyList<string> arguments)
    {
        var settings = new InstallerSettings(arguments);
        builder.Properties[s_key] = settings;
        builder.Services.AddSingleton(settings);
        return builder;
    }

    /// <summary>Reads a room's section and offers it as <see cref="IOptions{TOptions}"/>.</summary>
    public static TOptions AddSection<TOptions>(this IHostApplicationBuilder builder, string name, Func<SettingsSection, TOptions> read)
        where TOptions : class
    {
        var options = ((InstallerSettings)builder.Properties[s_key]).Section(name, read);
        builder.Services.AddSingleton(Options.Create(options));
        return options;
    }

    /// <summary>Call when every room has read its section.</summary>
    /// <exception cref="SettingsException">With all mistakes.</exception>
    public static IHostApplicationBuilder CheckSettings(this IHostApplicationBuilder builder)
    {
        ((InstallerSettings)builder.Properties[s_key]).ThrowIfWrong();
        return builder;
    }
}
