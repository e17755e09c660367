using System.Text.Json;
using PiLittleEye.Accounts;
using PiLittleEye.Frames;
using PiLittleEye.Keys;
using PiLittleEye.Rights;
using PiLittleEye.Storage;

namespace PiLittleEye.Cli;

/// <summary><c>key add</c>: makes a key under the same rules as the page.</summary>
internal static class KeyAddCommand
{
    public static Task<int> RunAsync(IReadOnlyList<string> settings, Wish wish, bool isJson, CommandDoors doors) =>
        doors.GuardAsync(async () =>
        {
            await using var app = doors.Build(settings);
            app.UseStorage();
            var accounts = app.Services.GetRequiredService<AccountCallers>();
            if ((wish.Account is { } name ? accounts.FindByName(name) : accounts.FirstAdministrator()) is not { AccountId: { } owner })
            {
                await Console.Error.WriteLineAsync(
                    wish.Account is null
                        ? "Nobody has claimed this camera, so nobody could have a key. Open its page first."
                        : $"There is no account \"{wish.Account}\" that may do anything. Name another with --account."
                );
                return 1;
            }

            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            var request = wish.ToRequest(now);
            var checkedWish = KeyWish.Read(request, app.Services.GetRequiredService<FrameHubs>(), now);
            if (checkedWish.Problems.Count > 0)
            {
                await Console.Error.WriteLineAsync(string.Join(' ', checkedWish.Problems.Values.SelectMany(sentences => sentences)));
                return 1;
            }

            var made = app.Services.GetRequiredService<KeyRing>().Make(owner, checkedWish.Name, checkedWish.Grants, request.ExpiresAt);
            if (made is not var (key, secret))
            {
                await Console.Error.WriteLineAsync($"There are {KeyRing.Most} keys already. Revoke those that nobody uses any more.");
                return 1;
            }

            await app.Services.GetRequiredService<KeyTrail>().MadeAsync(context: null, key);
            await Console.Out.WriteLineAsync(Say(KeyCreated.Of(key, secret, origin: null), isJson));
            return 0;
        });

    private static string Say(KeyCreated key, bool isJson) =>
        isJson
            ? JsonSerializer.Serialize(key, KeysJson.Default.KeyCreated)
            : $"""
                Key:     {key.Key}
                Secret:  {key.Secret}
                Address: ?appkey={key.Key}&secret={key.Secret}
                Header:  Authorization: Bearer {key.Bearer}
                The secret is shown this one time. Revoke the key with: pi-little-eye key revoke {key.Id}
                """;

    /// <summary>As it was typed.</summary>
    internal sealed record Wish(string Name, string[] Cameras, string[] Rights, int? Days, string? Account)
    {
        public KeyRequest ToRequest(DateTimeOffset now) =>
            new(
                Name,
                (Cameras.Length > 0 ? Cameras : [Grants.AnyCamera])
                    .Distinct(StringComparer.Ordinal)
                    .ToDictionary(camera => camera, _ => Rights, StringComparer.Ordinal),
                // Nothing or less is in the past, and refused as such.
                Days is { } days
                    ? now + TimeSpan.FromDays(Math.Clamp(days, -1, MostDays))
                    : null
            );

        // A century: more is a key without an end, and would leave the calendar.
        private const int MostDays = 36_525;
    }
}
