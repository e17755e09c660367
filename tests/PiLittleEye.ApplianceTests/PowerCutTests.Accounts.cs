using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PiLittleEye.ApplianceTests.Support;
using PiLittleEye.ProcessTests.Support;
using PiLittleEye.Storage;

namespace PiLittleEye.ApplianceTests;

/// <summary>The plug is pulled while accounts, rights and keys are being changed.</summary>
public sealed partial class PowerCutTests
{
    private const int Changes = 30;
    private const string KeyRights = """{"pattern":["photo"]}""";

    private readonly Acknowledged _known = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_the_middle_of_account_changes_none_that_was_acknowledged_is_lost_and_none_is_half_made()
    {
        // With a proof of the password that is young enough for all that follows.
        await appliance.SignInAsync();
        var writers = new[] { WriteAccountsAsync(appliance.Client), WriteKeysAsync(appliance.Client) };
        await Wait.UntilAsync("some changes are acknowledged", s_patience * 3, () => Task.FromResult(_known.Count >= Changes));

        await appliance.CutPowerAndBootAsync();

        foreach (var writer in writers)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => writer.WaitAsync(s_patience, Stop));
            Assert.True(writer.Exception?.InnerException is HttpRequestException or OperationCanceledException, $"{writer.Exception}");
        }

        _known.AssertSame(await FoundAsync());
        Assert.StartsWith("The log is whole", await appliance.Guest.RunAsync("pi-little-eye audit verify"), StringComparison.Ordinal);
        Assert.Equal("ok", await CheckDatabaseAsync());
    }

    private async Task WriteAccountsAsync(HttpClient client)
    {
        string[] grants = ["""{"pattern":["watch"]}""", """{"pattern":["watch","photo"]}""", """{"*":["watch"],"pattern":["photo"]}"""];
        for (var person = 0; ; person++)
        {
            var name = $"Person {person}";
            var id = 0L;
            await _known.ChangeAsync(
                $"account {name}",
                $"viewer False {grants[0]}",
                async () =>
                {
                    var body = $$"""{"name":"{{name}}","role":"viewer","password":"{{Appliance.Password}}","rights":{{grants[0]}}}""";
                    id = (await SendAsync(client, HttpMethod.Post, "/api/v1/accounts", body)).GetProperty("id").GetInt64();
                }
            );
            for (var change = 1; change < 10; change++)
            {
                // Two tables in one change: the account's row and its rights.
                var (isLocked, rights) = (change % 2 == 1, grants[change % grants.Length]);
                var body = $$"""{"isLocked":{{(isLocked ? "true" : "false")}},"rights":{{rights}}}""";
                await _known.ChangeAsync(
                    $"account {name}",
                    $"viewer {isLocked} {rights}",
                    () => SendAsync(client, HttpMethod.Patch, $"/api/v1/accounts/{id}", body)
                );
            }
        }
    }

    private async Task WriteKeysAsync(HttpClient client)
    {
        for (var number = 0; ; number++)
        {
            var name = $"program {number}";
            var id = 0L;
            await _known.ChangeAsync(
                $"key {name}",
                KeyRights,
                async () =>
                {
                    var body = $$"""{"name":"{{name}}","rights":{{KeyRights}}}""";
                    id = (await SendAsync(client, HttpMethod.Post, "/api/v1/keys", body)).GetProperty("id").GetInt64();
                }
            );
            await _known.ChangeAsync($"key {name}", Acknowledged.Absent, () => SendAsync(client, HttpMethod.Delete, $"/api/v1/keys/{id}"));
        }
    }

    private async Task<Dictionary<string, string>> FoundAsync()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var account in (await appliance.Client.GetFromJsonAsync<JsonElement>("/api/v1/accounts", Stop)).EnumerateArray())
        {
            if (account.GetProperty("role").GetString() is "viewer" and var role)
            {
                var (name, isLocked) = (account.GetProperty("name").GetString(), account.GetProperty("isLocked").GetBoolean());
                found[$"account {name}"] = $"{role} {isLocked} {account.GetProperty("rights").GetRawText()}";
            }
        }

        foreach (var key in (await appliance.Client.GetFromJsonAsync<JsonElement>("/api/v1/keys", Stop)).EnumerateArray())
        {
            found[$"key {key.GetProperty("name").GetString()}"] = key.GetProperty("rights").GetRawText();
        }

        return found;
    }

    /// <returns>What SQLite thinks of the database as it lies there after an orderly stop.</returns>
    private async Task<string?> CheckDatabaseAsync()
    {
        var file = await appliance.Guest.RunAsync(
            $"systemctl stop pi-little-eye && base64 -w0 /var/lib/pi-little-eye/{Database.FileName}; systemctl start pi-little-eye"
        );
        // As it was, for whoever comes after.
        await appliance.SignInAsync();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var options = new StorageOptions { Directory = folder.FullName };
            await File.WriteAllBytesAsync(options.PathOf(Database.FileName), Convert.FromBase64String(file), Stop);
            return new Database(Options.Create(options)).Use(ask =>
            {
                ask.CommandText = "PRAGMA integrity_check";
                return ask.ExecuteScalar() as string;
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<JsonElement> SendAsync(HttpClient client, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        using var answer = await client.SendAsync(request, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }
}
