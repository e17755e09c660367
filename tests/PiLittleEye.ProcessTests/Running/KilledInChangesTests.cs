using System.Globalization;
using System.Net;
using System.Text.Json;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Running;

/// <summary>Accounts, rights, keys and address lists are changed all the time, and the service and a verb are killed in the middle, again and again.</summary>
public sealed class KilledInChangesTests : IDisposable
{
    private const int Rounds = 5;
    private const string KeyRights = """{"camera":["photo"]}""";
    private const string Lists = "/api/v1/access-lists";

    // Each time a little later: where in its work that meets the program, chance decides.
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(130);

    // A verb needs this long to get to its work.
    private static readonly TimeSpan s_start = TimeSpan.FromMilliseconds(400);

    private readonly Launch _launch = new();
    private readonly Acknowledged _known = new();
    private int _last;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task No_acknowledged_change_is_lost_and_none_is_half_made()
    {
        var token = string.Empty;
        for (var round = 0; round <= Rounds; round++)
        {
            await using var service = await Appliance.StartAsync(_launch);
            token = round == 0 ? await service.ClaimAsync() : token;
            if (round > 0)
            {
                await CheckAsync(service.Client(token));
            }

            var before = _known.Count;
            var writers = new[]
            {
                WriteAccountsAsync(service.Client(token)),
                WriteKeysAsync(service.Client(token)),
                WriteListsAsync(service.Client(token)),
                WriteFromCommandLineAsync(),
            };
            await Eventually.HoldsAsync(() => _known.Count >= before + 10, "some changes are acknowledged");
            await Task.Delay(s_step * round, TimeProvider.System, Stop);
            await service.Process.KillAsync();
            foreach (var writer in writers[..^1])
            {
                await Assert.ThrowsAnyAsync<HttpRequestException>(() => writer);
            }

            await writers[^1];
            await KillVerbAsync(s_start + (s_step * round));
        }

        await using var last = await Appliance.StartAsync(_launch);
        await CheckAsync(last.Client(token));
        TestContext.Current.SendDiagnosticMessage($"{_known.Count} changes acknowledged, {Rounds + 1} kills, none lost");
    }

    private async Task WriteAccountsAsync(HttpClient client)
    {
        var grants = new[] { """{"camera":["watch"]}""", """{"camera":["watch","photo"]}""", """{"*":["watch"],"camera":["photo"]}""" };
        while (true)
        {
            var name = $"Person {Interlocked.Increment(ref _last)}";
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
            for (var change = 1; change < 6; change++)
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

            if (id % 2 == 0)
            {
                await _known.ChangeAsync(
                    $"account {name}",
                    Acknowledged.Absent,
                    () => SendAsync(client, HttpMethod.Delete, $"/api/v1/accounts/{id}")
                );
            }
        }
    }

    private async Task WriteKeysAsync(HttpClient client)
    {
        while (true)
        {
            var name = $"program {Interlocked.Increment(ref _last)}";
            var id = 0L;
            await _known.ChangeAsync(
                $"key {name}",
                KeyRights,
                async () =>
                {
                    var made = await SendAsync(client, HttpMethod.Post, "/api/v1/keys", $$"""{"name":"{{name}}","rights":{{KeyRights}}}""");
                    id = made.GetProperty("id").GetInt64();
                }
            );
            // There may be a hundred at most.
            await _known.ChangeAsync($"key {name}", Acknowledged.Absent, () => SendAsync(client, HttpMethod.Delete, $"/api/v1/keys/{id}"));
        }
    }

    private async Task WriteListsAsync(HttpClient client)
    {
        while (true)
        {
            var number = Interlocked.Increment(ref _last);
            var range = string.Create(CultureInfo.InvariantCulture, $"198.{18 + (number >> 8 & 1)}.{number & 255}.0/24");
            await _known.ChangeAsync(
                "blocked",
                $"{range},203.0.113.0/24",
                () =>
                    SendAsync(client, HttpMethod.Put, Lists, $$$"""{"block":{"enabled":true,"entries":["{{{range}}}","203.0.113.0/24"]}}""")
            );
        }
    }

    // A process of its own, which writes to the same database.
    private Task WriteFromCommandLineAsync()
    {
        var words = KeyVerb(out var name);
        return _known.ChangeAsync($"key {name}", KeyRights, async () => (await _launch.RunAsync(words)).AssertWell());
    }

    private async Task KillVerbAsync(TimeSpan after)
    {
        var words = KeyVerb(out var name);
        try
        {
            await _known.ChangeAsync(
                $"key {name}",
                KeyRights,
                async () =>
                {
                    await using var verb = _launch.Start([.. words, .. _launch.Basics]);
                    await Task.Delay(after, TimeProvider.System, Stop);
                    await verb.KillAsync();
                    (await verb.EndAsync()).AssertWell();
                }
            );
        }
        catch (Xunit.Sdk.XunitException)
        {
            // It has not said that it is done.
        }
    }

    private string[] KeyVerb(out string name)
    {
        name = $"verb {Interlocked.Increment(ref _last)}";
        return ["key", "add", name, "--camera", "camera", "--rights", "photo"];
    }

    private async Task CheckAsync(HttpClient client)
    {
        Assert.Equal("ok", (await ChildProcess.RunAsync("sqlite3", Database, "PRAGMA integrity_check")).AssertWell().Trim());
        Assert.Equal(string.Empty, (await ChildProcess.RunAsync("sqlite3", Database, "PRAGMA foreign_key_check")).AssertWell().Trim());
        Assert.StartsWith("The log is whole", (await _launch.RunAsync("audit verify")).AssertWell(), StringComparison.Ordinal);

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var account in (await SendAsync(client, HttpMethod.Get, "/api/v1/accounts")).EnumerateArray())
        {
            var (name, role) = (account.GetProperty("name").GetString(), account.GetProperty("role").GetString());
            if (role != "administrator")
            {
                found[$"account {name}"] =
                    $"{role} {account.GetProperty("isLocked").GetBoolean()} {account.GetProperty("rights").GetRawText()}";
            }
        }

        foreach (var key in (await SendAsync(client, HttpMethod.Get, "/api/v1/keys")).EnumerateArray())
        {
            found[$"key {key.GetProperty("name").GetString()}"] = key.GetProperty("rights").GetRawText();
        }

        var block = (await SendAsync(client, HttpMethod.Get, Lists)).GetProperty("block").GetProperty("entries").EnumerateArray();
        found["blocked"] = string.Join(',', block.Select(entry => entry.GetProperty("range").GetString()));
        _known.AssertSame(found);
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
        return answer.StatusCode == HttpStatusCode.NoContent ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    private string Database => Path.Combine(_launch.StateDirectory, "pi-little-eye.db");
}
