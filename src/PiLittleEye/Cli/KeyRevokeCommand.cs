using System.Text.Json;
using PiLittleEye.Accounts;
using PiLittleEye.Keys;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary><c>key revoke</c>: ends a key. A service that runs beside it notices within a second.</summary>
internal static class KeyRevokeCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> settings, long id, bool isJson, CommandDoors doors) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            if (app.Services.GetRequiredService<KeyRing>().Revoke(id) is not { } key)
            {
                await Console.Error.WriteLineAsync($"There is no key {id}. pi-little-eye key list shows those there are.");
                return 1;
            }

            await app.Services.GetRequiredService<KeyTrail>().RevokedAsync(context: null, key);
            var owner = app.Services.GetRequiredService<AccountCallers>().NameOf(key.AccountId);
            await Console.Out.WriteLineAsync(
                isJson
                    ? JsonSerializer.Serialize(KeyItem.Of(key, owner), KeysJson.Default.KeyItem)
                    : $"The key \"{key.Name}\" ({key.Prefix}…) is revoked."
            );
            return 0;
        });
}
