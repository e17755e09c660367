using System.Text.Json;
using Microsoft.Extensions.Configuration.CommandLine;

namespace PiLittleEye.Settings;

/// <summary>Layers what the installer may say: the file, its drop-ins in order of name, the environment, the command line; later wins.</summary>
internal static class SettingsFile
{
    public const string DefaultPath = "/etc/pi-little-eye/settings.json";
    public const string EnvironmentPrefix = "PILITTLEEYE__";

    private const string FileSwitch = "--settings";
    private const string Forms = $"{FileSwitch} FILE or --Section:Key VALUE, as --Https:Port 5220";
    private const string Readable = "make it readable for the service's user";

    /// <param name="arguments">
    /// <c>--settings FILE</c> and <c>--Section:Key VALUE</c> or <c>--Section:Key=VALUE</c>. A file named here must exist; the default one need not.
    /// </param>
    /// <exception cref="SettingsException">A file is not JSON, or an argument is not of these forms.</exception>
    public static (IConfigurationRoot Configuration, IReadOnlyList<string> Files) Read(IReadOnlyList<string> arguments)
    {
        var problems = new List<SettingsProblem>();
        var (named, values) = Split(arguments, problems);
        var files = new List<string>();
        if (named is null || File.Exists(named))
        {
            files.AddRange(FilesAt(named ?? DefaultPath, problems));
        }
        else
        {
            problems.Add(new SettingsProblem(FileSwitch, named, "name a file that exists"));
        }

        var builder = new ConfigurationBuilder();
        foreach (var file in files)
        {
            AddJson(builder, file, problems);
        }

        var configuration = builder
            .AddEnvironmentVariables(EnvironmentPrefix)
            .Add(new CommandLineConfigurationSource { Args = values })
            .Build();
        return problems.Count == 0 ? (configuration, files) : throw new SettingsException(problems);
    }

    private static List<string> FilesAt(string path, List<SettingsProblem> problems)
    {
        var files = new List<string>();
        if (File.Exists(path))
        {
            files.Add(path);
        }

        var dropIns = Path.Combine(Path.GetDirectoryName(path)!, "conf.d");
        try
        {
            if (Directory.Exists(dropIns))
            {
                files.AddRange(Directory.EnumerateFiles(dropIns, "*.json").Order(StringComparer.Ordinal));
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add(new SettingsProblem(dropIns, unreadable.Message.TrimEnd('.'), Readable));
        }

        return files;
    }

    private static void AddJson(ConfigurationBuilder builder, string file, List<SettingsProblem> problems)
    {
        try
        {
            // Loaded here once and not only by the builder, so that a second broken file is reported together with the first.
            var bytes = File.ReadAllBytes(file);
            _ = new ConfigurationBuilder().AddJsonStream(new MemoryStream(bytes)).Build();
            builder.AddJsonStream(new MemoryStream(bytes));
        }
        catch (JsonException mistake)
        {
            var line = (mistake.LineNumber ?? 0) + 1;
            problems.Add(new SettingsProblem(file, $"not JSON at line {line}", "mend the comma, quote or bracket there"));
        }
        catch (FormatException mistake)
        {
            // JSON, but a key twice, or no object.
            problems.Add(new SettingsProblem(file, mistake.Message.TrimEnd('.'), "write one object with each key once"));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add(new SettingsProblem(file, unreadable.Message.TrimEnd('.'), Readable));
        }
    }

    private static (string? File, List<string> Values) Split(IReadOnlyList<string> arguments, List<SettingsProblem> problems)
    {
        string? file = null;
        var values = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith('-') && !argument.Contains(':', StringComparison.Ordinal))
            {
                // Most likely a verb that was misspelt; it takes no value.
                problems.Add(new SettingsProblem("The argument", argument, $"use a verb that --help names, {Forms}"));
                continue;
            }

            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? argument : argument[..equals];
            var value =
                equals >= 0 ? argument[(equals + 1)..]
                : ++i < arguments.Count ? arguments[i]
                : null;
            if (value is not null && string.Equals(name, FileSwitch, StringComparison.Ordinal))
            {
                file = value;
            }
            else if (value is not null && name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal))
            {
                values.Add($"{name}={value}");
            }
            else
            {
                problems.Add(new SettingsProblem(name, value, $"use {Forms}"));
            }
        }

        return (file, values);
    }
}
