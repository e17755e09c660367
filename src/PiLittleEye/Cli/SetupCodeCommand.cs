using PiLittleEye.Accounts;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary><c>setup-code</c>: the code alone on standard output, for people and scripts.</summary>
internal static class SetupCodeCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> settings, CommandDoors doors) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            if (app.Services.GetRequiredService<SetupCode>().Current() is { } code)
            {
                await Console.Out.WriteLineAsync(code);
                return 0;
            }

            await Console.Error.WriteLineAsync("This camera is claimed already; it has no set-up code any more. Sign in on its page.");
            return 1;
        });
}
