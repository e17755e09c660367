using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PiLittleEye.Benchmarks.Load;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Running;

/// <summary>
/// Fifty streams end within a second of the right they were opened under, each with its card, and a neighbour's goes on. Counted from the
/// answer that tells that the right has ended, which is when it is stored; for a guest, from the moment that was set.
/// </summary>
public sealed class StreamEndTests : IAsyncLifetime
{
    private const int Many = 50;
    private const string Proxy = "127.4.0.1";
    private const string OtherPassword = "eight small ships";

    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(1);

    // Between two pictures; what goes beyond that this machine is late with.
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(300);

    private readonly Launch _launch = new();
    private Appliance _service = null!;
    private HttpClient _administrator = null!;
    private int _source;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await Appliance.StartAsync(_launch, $"--AccessLists:TrustedProxies:0={Proxy}");
        _administrator = _service.Client(await _service.ClaimAsync());
        var small = new
        {
            width = 320,
            height = 240,
            framesPerSecond = 5,
        };
        using var answer = await _administrator.PutAsJsonAsync("/api/v1/cameras/camera/settings", small, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _launch.Dispose();
    }

    [Theory]
    [InlineData("signed out")]
    [InlineData("session ended from the list")]
    [InlineData("signed out everywhere by an administrator")]
    [InlineData("password changed")]
    [InlineData("password set by an administrator")]
    [InlineData("right taken")]
    [InlineData("account locked")]
    [InlineData("account locked on the command line")]
    [InlineData("account deleted")]
    public async Task With_what_happens_to_an_account(string what)
    {
        var (id, token) = await PersonAsync();
        var person = Client(token);
        await CheckAsync(
            what,
            "signed-out",
            _ => person,
            "/stream",
            what switch
            {
                "signed out" => () => DeleteAsync(person, "/api/v1/session"),
                "session ended from the list" => () => EndFromListAsync(token),
                "signed out everywhere by an administrator" => () => DeleteAsync(_administrator, $"/api/v1/accounts/{id}/sessions"),
                "password changed" => () =>
                    PutAsync(person, "/api/v1/session/password", new { current = OtherPassword, @new = "nine" + OtherPassword }),
                "password set by an administrator" => () =>
                    PutAsync(_administrator, $"/api/v1/accounts/{id}/password", new { password = OtherPassword }),
                "right taken" => () => PatchAsync(id, new { rights = new Dictionary<string, string[]> { ["camera"] = ["photo"] } }),
                "account locked" => () => PatchAsync(id, new { isLocked = true }),
                "account locked on the command line" => async () =>
                    (await _launch.RunAsync(["account", "lock", $"Person {id}"])).AssertWell(),
                _ => () => DeleteAsync(_administrator, $"/api/v1/accounts/{id}"),
            }
        );
    }

    [Fact]
    public async Task With_the_time_of_a_guest()
    {
        var (id, token) = await PersonAsync("guest");
        var end = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1);
        var guest = Client(token);
        await CheckAsync(
            "guest's time over",
            "signed-out",
            _ => guest,
            "/stream",
            async () =>
            {
                end = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(2);
                await PatchAsync(id, new { expiresAt = end });
                await Task.Delay(end - TimeProvider.System.GetUtcNow(), TimeProvider.System, Stop);
            }
        );
    }

    [Theory]
    [InlineData("key revoked")]
    [InlineData("key revoked on the command line")]
    public async Task With_a_key(string what)
    {
        using var made = await _administrator.PostAsJsonAsync(
            "/api/v1/keys",
            new { name = "program", rights = new Dictionary<string, string[]> { ["camera"] = ["watch"] } },
            Stop
        );
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var key = await made.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var id = key.GetProperty("id").GetInt64().ToString(CultureInfo.InvariantCulture);
        var client = _service.Client();
        await CheckAsync(
            what,
            "signed-out",
            _ => client,
            $"/stream?appkey={key.GetProperty("key")}&secret={key.GetProperty("secret")}",
            what == "key revoked"
                ? () => DeleteAsync(_administrator, $"/api/v1/keys/{id}")
                : async () => (await _launch.RunAsync(["key", "revoke", id])).AssertWell()
        );
    }

    [Fact]
    public async Task With_a_link()
    {
        using var made = await _administrator.PostAsJsonAsync("/api/v1/tickets", new { camera = "camera", minutes = 10 }, Stop);
        var ticket = await made.Content.ReadFromJsonAsync<JsonElement>(Stop);
        var client = _service.Client();
        await CheckAsync(
            "ticket revoked",
            "signed-out",
            _ => client,
            $"/stream?ticket={ticket.GetProperty("url").GetString()!.Split("ticket=")[1]}",
            () => DeleteAsync(_administrator, $"/api/v1/tickets/{ticket.GetProperty("id")}")
        );
    }

    [Fact]
    public async Task With_an_address()
    {
        var (_, token) = await PersonAsync();
        var block = new { block = new { enabled = true, entries = new[] { "198.51.100.0/24" } } };
        await CheckAsync(
            "address blocked",
            "signed-out",
            number => Client(token, IPAddress.Parse(Proxy), string.Create(CultureInfo.InvariantCulture, $"198.51.100.{number + 1}")),
            "/stream",
            () => PutAsync(_administrator, "/api/v1/access-lists", block)
        );
    }

    [Fact]
    public async Task With_a_kick()
    {
        var (_, token) = await PersonAsync();
        var person = Client(token);
        await CheckAsync(
            "sent away",
            "sent-away",
            _ => person,
            "/stream",
            async () =>
            {
                var viewers = await _administrator.GetFromJsonAsync<JsonElement>("/api/v1/viewers", Stop);
                var theirs = viewers.EnumerateArray().Where(viewer => viewer.GetProperty("name").GetString() != Appliance.Administrator);
                await Task.WhenAll(theirs.Select(viewer => DeleteAsync(_administrator, $"/api/v1/viewers/{viewer.GetProperty("id")}")));
            }
        );
    }

    private async Task CheckAsync(string what, string card, Func<int, HttpClient> clientOf, string path, Func<Task> endAsync)
    {
        await using var neighbour = await Watcher.OpenAsync(_administrator);
        var watchers = new List<Watcher>();
        try
        {
            for (var number = 0; number < Many; number++)
            {
                watchers.Add(await Watcher.OpenAsync(clientOf(number), path));
            }

            var asked = Stopwatch.GetTimestamp();
            await endAsync();
            var answered = Stopwatch.GetTimestamp();
            var ends = await Limit.On(Task.WhenAll(watchers.Select(watcher => watcher.Ended)), $"all streams end: {what}");

            var last = Stopwatch.GetElapsedTime(answered, ends.Max());
            var late = neighbour.LongestGap(asked) - s_pause;
            var figures = string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: the last of {Many} streams ended {last.TotalMilliseconds:0} ms after the answer, the first {Stopwatch.GetElapsedTime(answered, ends.Min()).TotalMilliseconds:0} ms; this machine was late by {Math.Max(0, late.TotalMilliseconds):0} ms"
            );
            TestContext.Current.SendDiagnosticMessage(figures);
            Assert.All(watchers, watcher => Assert.Equal(card, watcher.LastState));
            Assert.True(last <= s_most + (late > TimeSpan.Zero ? late : TimeSpan.Zero), figures);
            Assert.False(neighbour.Ended.IsCompleted);
        }
        finally
        {
            foreach (var watcher in watchers)
            {
                await watcher.DisposeAsync();
            }
        }
    }

    /// <returns>Somebody who chose a password, and a session.</returns>
    private async Task<(long Id, string Token)> PersonAsync(string role = "viewer")
    {
        var expiresAt = role == "guest" ? TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1) : (DateTimeOffset?)null;
        var body = new
        {
            name = "Person 2",
            role,
            password = Appliance.Password,
            expiresAt,
        };
        using var added = await _administrator.PostAsJsonAsync("/api/v1/accounts", body, Stop);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var id = (await added.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetInt64();
        Assert.Equal(2, id);
        using var change = await Client(await SignInAsync(Appliance.Password))
            .PutAsJsonAsync("/api/v1/session/password", new { current = Appliance.Password, @new = OtherPassword }, Stop);
        return (id, Appliance.TokenIn(change));
    }

    private async Task<string> SignInAsync(string password)
    {
        using var answer = await _service.Client().PostAsJsonAsync("/api/v1/session", new { name = "Person 2", password }, Stop);
        return Appliance.TokenIn(answer);
    }

    private async Task EndFromListAsync(string token)
    {
        using var other = Client(await SignInAsync(OtherPassword));
        var sessions = await other.GetFromJsonAsync<JsonElement>("/api/v1/sessions", Stop);
        var first = sessions.EnumerateArray().Single(session => !session.GetProperty("isCurrent").GetBoolean());
        Assert.NotEqual(string.Empty, token);
        await DeleteAsync(other, $"/api/v1/sessions/{first.GetProperty("id")}");
    }

    // Each from an address of its own, so that none is one too many from there.
    private HttpClient Client(string token, IPAddress? from = null, string? forwardedFor = null)
    {
        var client = Visitors.From(from ?? new IPAddress([127, 5, 0, (byte)++_source]), _service.Port);
        client.DefaultRequestHeaders.Add("Cookie", $"{Appliance.Cookie}={token}");
        if (forwardedFor is not null)
        {
            client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        }

        return client;
    }

    private Task PatchAsync(long id, object change) => WellAsync(_administrator.PatchAsJsonAsync($"/api/v1/accounts/{id}", change, Stop));

    private static Task PutAsync(HttpClient client, string path, object body) => WellAsync(client.PutAsJsonAsync(path, body, Stop));

    private static Task DeleteAsync(HttpClient client, string path) => WellAsync(client.DeleteAsync(path, Stop));

    private static async Task WellAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
