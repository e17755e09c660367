using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Rights;
using PiLittleEye.Streaming;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed class ViewerEndpointsTests : IAsyncLifetime
{
    private PiLittleEyeApplication _application = null!;
    private HttpClient _administrator = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (_application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        _administrator = _application.SignedIn();
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Administrators_see_who_is_watching_and_end_one_stream_alone()
    {
        var account = _application.Add("Grace");
        await using var theirs = await StreamViewer.OpenAsync(_application, _application.OpenSession(account));
        await using var mine = await StreamViewer.OpenAsync(_application, _application.OpenSession());
        await theirs.NextLiveAsync();
        await mine.NextLiveAsync();

        var viewers = (await _administrator.GetFromJsonAsync<List<ViewerItem>>("/api/v1/viewers", Stop))!;

        Assert.Equal(2, viewers.Count);
        var grace = Assert.Single(viewers, viewer => viewer.Name == "Grace");
        Assert.Equal(("Account", "camera", "127.0.0.1"), (grace.Kind, grace.Camera, grace.Address));
        using var ended = await _administrator.DeleteAsync($"/api/v1/viewers/{grace.Id}", Stop);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Equal("sent-away", (await theirs.LastAsync()).State);
        await mine.NextLiveAsync();
        using var again = await _administrator.DeleteAsync("/api/v1/viewers/999", Stop);
        await again.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-viewer");
    }

    [Fact]
    public async Task Nobody_else_sees_who_is_watching()
    {
        using var client = _application.SignedInAs(_application.Add("Grace", rights: Grants.All));
        using var list = await client.GetAsync("/api/v1/viewers", Stop);
        using var end = await client.DeleteAsync("/api/v1/viewers/1", Stop);
        await list.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        await end.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task Fifty_streams_end_with_the_right_they_were_opened_under_and_others_go_on()
    {
        var ends = new (string What, Func<Account, string, Task> Do)[]
        {
            ("locked", (account, _) => ChangeAsync(account, new { isLocked = true })),
            ("deleted", async (account, _) => (await _administrator.DeleteAsync($"/api/v1/accounts/{account.Id}", Stop)).Dispose()),
            ("rights", (account, _) => ChangeAsync(account, new { rights = new Dictionary<string, string[]> { ["camera"] = ["photo"] } })),
            ("password", async (_, token) => (await ChangePasswordAsync(token)).Dispose()),
            ("sign-out", async (_, token) => (await _application.Client(token).DeleteAsync("/api/v1/session", Stop)).Dispose()),
            ("guest", (account, _) => Task.Run(() => Expire(account), Stop)),
        };
        await using var witness = await StreamViewer.OpenAsync(_application, _application.OpenSession());
        await witness.NextLiveAsync();
        foreach (var (what, end) in ends)
        {
            var isGuest = what == "guest";
            var account = isGuest
                ? _application.Add(what, AccountRole.Guest, expiresAt: TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1))
                : _application.AddWithPassword(what);
            var token = _application.OpenSession(account);
            // Eight or nine for each of the six ways: fifty in all.
            var streams = await Task.WhenAll(
                Enumerable.Range(0, what is "locked" or "deleted" ? 9 : 8).Select(_ => StreamViewer.OpenAsync(_application, token))
            );
            var reading = streams.Select(stream => stream.LastAsync()).ToList();
            await Limit.Until(() => Watching(what) == streams.Length, "all are watching");

            var startedAt = Stopwatch.GetTimestamp();
            await end(account, token);
            await Limit.Until(() => Watching(what) == 0, $"all streams of the {what} have ended");
            // Of the right's end; the request itself waits for the password's check. A busy machine has its own pace.
            TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds:0} ms");

            Assert.All(await Task.WhenAll(reading), last => Assert.Equal("signed-out", last.State));
            await witness.NextLiveAsync();
            foreach (var stream in streams)
            {
                await stream.DisposeAsync();
            }
        }
    }

    private int Watching(string name) => _application.Services.GetRequiredService<Viewers>().List().Count(viewer => viewer.Name == name);

    private async Task ChangeAsync(Account account, object change)
    {
        using var answer = await _administrator.PatchAsJsonAsync($"/api/v1/accounts/{account.Id}", change, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> ChangePasswordAsync(string token)
    {
        var body = new { current = People.Password, @new = "eight small ships" };
        var answer = await _application.Client(token).PutAsJsonAsync("/api/v1/session/password", body, Stop);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return answer;
    }

    // Its end comes by itself; moved to this moment, because nobody wants to wait for it.
    private void Expire(Account account) =>
        TemporaryState.Execute(
            _application.Services.GetRequiredService<PiLittleEye.Storage.Database>(),
            $"UPDATE account SET expires_at = '{PiLittleEye.Storage.StoredMoment.Text(TimeProvider.System.GetUtcNow())}' WHERE id = {account.Id}"
        );
}
