using System.Net;
using System.Net.Http.Json;
using PiLittleEye.Accounts;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class OwnAccountEndpointsTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    private static int s_names;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PiLittleEyeApplication Application => camera.Application;

    [Fact]
    public async Task Everybody_sees_who_they_are_and_what_they_may()
    {
        var rights = new Grants([new("camera", Right.Watch), new("other", Right.Watch | Right.Settings)]);
        var account = Application.Add(Fresh(), rights: rights);
        var who = await Application.SignedInAs(account).GetFromJsonAsync<SessionResponse>("/api/v1/session", Stop);
        Assert.Equal((account.Name, "viewer", null, false), (who!.Name, who.Role, who.Owes, who.IsAdministrator));
        Assert.Equal(
            ["camera: watch", "other: watch settings"],
            who.Rights.Select(right => $"{right.Key}: {string.Join(' ', right.Value)}")
        );
        Assert.InRange(TimeProvider.System.GetUtcNow() - who.ProvedAt!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_exchanges_this_ones_token()
    {
        var account = Application.AddWithPassword(Fresh());
        var other = Application.SignedInAs(account);
        var mine = Application.SignedInAs(account);

        using var changed = await ChangeAsync(mine, People.Password, "eight small ships");

        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        foreach (var ended in new[] { other, mine })
        {
            using var answer = await ended.GetAsync("/api/v1/session", Stop);
            await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
        }

        using var now = Application.Client(PiLittleEyeApplication.TokenIn(changed));
        Assert.Single((await now.GetFromJsonAsync<List<SessionItem>>("/api/v1/sessions", Stop))!);
        using var old = await camera.Anonymous.SignInAsync(account.Name, People.Password);
        await old.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-name-or-password");
        using var fresh = await camera.Anonymous.SignInAsync(account.Name, "eight small ships");
        Assert.Equal(HttpStatusCode.NoContent, fresh.StatusCode);
    }

    [Theory]
    [InlineData("wrong", "eight small ships", 403, "wrong-password")]
    [InlineData(null, "eight small ships", 403, "wrong-password")]
    [InlineData(People.Password, null, 400, "unusable-password")]
    [InlineData(People.Password, "short", 400, "unusable-password")]
    public async Task A_password_that_is_wrong_or_of_no_use_changes_nothing(string? current, string? next, int status, string code)
    {
        var account = Application.AddWithPassword(Fresh());
        var (other, mine) = (Application.SignedInAs(account), Application.SignedInAs(account));
        using var answer = await ChangeAsync(mine, current, next);
        await answer.AssertProblemAsync((HttpStatusCode)status, code);
        foreach (var client in new[] { other, mine })
        {
            using var still = await client.GetAsync("/api/v1/session", Stop);
            Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_stole_a_session_may_guess_no_more_than_a_stranger()
    {
        var account = Application.AddWithPassword(Fresh());
        var thief = Application.SignedInAs(account);
        HttpResponseMessage answer;
        var tries = 0;
        do
        {
            answer = await thief.PostAsJsonAsync("/api/v1/session/proof", new { password = $"a guess {tries++}" }, Stop);
        } while (answer.StatusCode == HttpStatusCode.Forbidden);

        await answer.AssertProblemAsync(HttpStatusCode.TooManyRequests, "too-many-attempts");
        answer.Dispose();
        Assert.Equal(AttemptPolicy.Limits[0].Failures + 1, tries);
        using var right = await ChangeAsync(Application.SignedInAs(account), People.Password, "eight small ships");
        Assert.Equal(HttpStatusCode.NoContent, right.StatusCode);
    }

    [Fact]
    public async Task Own_sessions_are_listed_with_their_device_and_ended_one_by_one()
    {
        var account = Application.AddWithPassword(Fresh());
        using var desk = Application.Anonymous();
        desk.DefaultRequestHeaders.Add("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0");
        using var signedIn = await desk.SignInAsync(account.Name, People.Password);
        using var mine = Application.Client(PiLittleEyeApplication.TokenIn(signedIn));
        var phone = Application.SignedInAs(account);

        var sessions = (await mine.GetFromJsonAsync<List<SessionItem>>("/api/v1/sessions", Stop))!;

        var (current, other) = (Assert.Single(sessions, one => one.IsCurrent), Assert.Single(sessions, one => !one.IsCurrent));
        Assert.Equal(("Firefox on Linux", "127.0.0.1"), (current.Device, current.Address));
        using var ended = await mine.DeleteAsync($"/api/v1/sessions/{other.Id}", Stop);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        using var gone = await phone.GetAsync("/api/v1/session", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, gone.StatusCode);
        using var again = await mine.DeleteAsync($"/api/v1/sessions/{other.Id}", Stop);
        await again.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-session");
    }

    [Fact]
    public async Task All_other_sessions_end_at_once_and_nobody_elses()
    {
        var (account, stranger) = (Application.Add(Fresh()), Application.Add(Fresh()));
        var (mine, other, foreign) = (Application.SignedInAs(account), Application.SignedInAs(account), Application.SignedInAs(stranger));
        var theirs = Assert.Single((await foreign.GetFromJsonAsync<List<SessionItem>>("/api/v1/sessions", Stop))!);
        using var notMine = await mine.DeleteAsync($"/api/v1/sessions/{theirs.Id}", Stop);
        await notMine.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-session");

        using var ended = await mine.DeleteAsync("/api/v1/sessions", Stop);

        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        var codes = new List<HttpStatusCode>();
        foreach (var client in new[] { mine, other, foreign })
        {
            using var answer = await client.GetAsync("/api/v1/session", Stop);
            codes.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Unauthorized, HttpStatusCode.OK], codes);
    }

    private static string Fresh() => $"Somebody {Interlocked.Increment(ref s_names)}";

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string? current, string? next) =>
        client.PutAsJsonAsync("/api/v1/session/password", new { current, @new = next }, Stop);
}
