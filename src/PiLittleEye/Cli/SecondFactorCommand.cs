using System.Text.Json;
using PiLittleEye.Accounts;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary>
/// <c>account second-factor</c>: sets one up with a QR code in the terminal. It is in force once a code has proved that the authenticator
/// has it. With <c>--remove</c>, the way back in for whoever lost the phone and the recovery codes.
/// </summary>
internal static class SecondFactorCommand
{
    // A code may run out while it is typed.
    private const int Tries = 3;

    public static Task<int> SetUpAsync(IReadOnlyList<string> settings, string name, bool isJson, CommandDoors doors) =>
        RunAsync(
            settings,
            name,
            doors,
            async (services, account) =>
            {
                var factor = services.GetRequiredService<SecondFactor>();
                var offer = factor.Offer(account);
                await Console.Out.WriteLineAsync(
                    isJson ? JsonSerializer.Serialize(offer, AccountsJson.Default.SecondFactorOffer) : Words(offer)
                );
                if (TurnOn(factor, account) is not { } codes)
                {
                    await Console.Error.WriteLineAsync(
                        $"No code was right, so nothing was changed for {account.Name}. See whether the clocks of this machine and the phone are right."
                    );
                    return 1;
                }

                // What was opened with the password alone is over.
                services.GetRequiredService<SessionStore>().RemoveAll(account.Id);
                await SaveAsync(services, "second-factor-on", account, $"A second factor was set up for {account.Name}.");
                await Console.Out.WriteLineAsync(
                    isJson
                        ? JsonSerializer.Serialize(new RecoveryCodes(codes), AccountsJson.Default.RecoveryCodes)
                        : $"""
                        {account.Name} signs in with password and code from now on.
                        Recovery codes, for the day the phone is lost. Each works once; they are shown this one time:
                          {string.Join("\n  ", codes)}
                        """
                );
                return 0;
            }
        );

    public static Task<int> RemoveAsync(IReadOnlyList<string> settings, string name, bool isJson, CommandDoors doors) =>
        RunAsync(
            settings,
            name,
            doors,
            async (services, account) =>
            {
                services.GetRequiredService<SecondFactor>().Remove(account.Id);
                await SaveAsync(services, "second-factor-off", account, $"The second factor of {account.Name} was taken off.");
                await Console.Out.WriteLineAsync(isJson ? "{}" : $"{account.Name} signs in with the password alone now.");
                return 0;
            }
        );

    private static Task<int> RunAsync(
        IReadOnlyList<string> settings,
        string name,
        CommandDoors doors,
        Func<IServiceProvider, Account, Task<int>> work
    ) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            if (AccountCommand.Find(app.Services, name) is { } account)
            {
                return await work(app.Services, account);
            }

            await Console.Error.WriteLineAsync(AccountAnswer.Nobody(name).Refusal);
            return 1;
        });

    private static IReadOnlyList<string>? TurnOn(SecondFactor factor, Account account)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            Console.Error.Write("Code of the authenticator: ");
            if (Console.In.ReadLine() is not { } code)
            {
                return null;
            }

            if (factor.TurnOn(account.Id, code) is { } codes)
            {
                return codes;
            }
        }

        return null;
    }

    private static string Words(SecondFactorOffer offer) =>
        $"""
            {QrText.Of(offer.Uri, isTerminal: !Console.IsOutputRedirected)}
            Scan this with an authenticator on your phone, or type it there: {offer.Secret}
            """;

    private static Task SaveAsync(IServiceProvider services, string kind, Account account, string text) =>
        services.GetRequiredService<AccountsTrail>().SaveAsync(kind, Actor.CommandLine, account.Name, text);
}
