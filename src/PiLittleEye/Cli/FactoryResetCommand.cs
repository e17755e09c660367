using PiLittleEye.Accounts;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary><c>factory-reset</c>: nobody has an account any more, and the camera is claimed anew; certificates and the log stay (PLE-7).</summary>
internal static class FactoryResetCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> settings, bool isSure, bool isJson, CommandDoors doors) =>
        doors.GuardAsync(async () =>
        {
            if (!isSure && !Confirm())
            {
                await Console.Error.WriteLineAsync("Nothing was changed. Type yes when asked, or say --yes.");
                return 1;
            }

            await using var app = doors.Build(settings);
            app.UseStorage();
            await app.Services.GetRequiredService<AccountDesk>().ForgetEverybodyAsync(Actor.CommandLine);
            var code = app.Services.GetRequiredService<SetupCode>().Current();
            await Console.Out.WriteLineAsync(
                isJson
                    ? $$"""{"setupCode":"{{code}}"}"""
                    : $"All accounts, sessions, keys and links are gone; certificates and the log are kept. Claim the camera with this set-up code:\n{code}"
            );
            return 0;
        });

    private static bool Confirm()
    {
        Console.Error.Write("This removes all accounts, sessions, keys and links. Type yes to go on: ");
        return string.Equals(Console.In.ReadLine()?.Trim(), "yes", StringComparison.OrdinalIgnoreCase);
    }
}
