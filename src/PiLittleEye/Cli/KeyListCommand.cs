using System.Globalization;
using System.Text.Json;
using PiLittleEye.Accounts;
using PiLittleEye.Keys;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary><c>key list</c>: every key in a line of its own.</summary>
internal static class KeyListCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> settings, bool isJson, CommandDoors doors) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            var accounts = app.Services.GetRequiredService<AccountCallers>();
            var keys = app.Services.GetRequiredService<KeyRing>().All.Select(key => KeyItem.Of(key, accounts.NameOf(key.AccountId)));
            await Console.Out.WriteLineAsync(Say([.. keys], isJson));
            return 0;
        });

    private static string Say(IReadOnlyList<KeyItem> keys, bool isJson) =>
        isJson ? JsonSerializer.Serialize(keys, KeysJson.Default.IReadOnlyListKeyItem)
        : keys.Count == 0 ? "There are no keys. pi-little-eye key add NAME makes one."
        : string.Join('\n', keys.Select(Line));

    private static string Line(KeyItem key)
    {
        var rights = string.Join("; ", key.Rights.Select(right => $"{right.Key}: {string.Join(',', right.Value)}"));
        var end = key.ExpiresAt is { } moment ? $"until {Day(moment)}" : "without end";
        var use = key.UsedAt is { } used ? $"used {Day(used)} from {key.UsedFrom}" : "never used";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{key.Id, 4}  {key.Prefix}…  {key.Name}  ({rights})  {end}  {use}  by {key.CreatedBy}"
        );
    }

    private static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
