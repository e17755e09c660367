using PiLittleEye.Settings;

namespace PiLittleEye.Cli;

/// <summary><c>check-settings</c>: composing the appliance reads and checks them all; mistakes are told by the guard.</summary>
internal static class CheckSettingsCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> settings, CommandDoors doors) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            var files = app.Services.GetRequiredService<InstallerSettings>().Files;
            await Console.Out.WriteLineAsync(
                files.Count == 0
                    ? "The settings are right (no file, defaults only)."
                    : $"The settings are right: {string.Join(", ", files)}"
            );
            return 0;
        });
}
