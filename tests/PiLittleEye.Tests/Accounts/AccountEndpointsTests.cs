using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Accounts;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed partial class AccountEndpointsTests : IAsyncLifetime
{
    private const string Accounts = "/api/v1/accounts";

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
    public async Task Whoever_was_added_signs_in_and_first_chooses_a_password_of_their_own()
    {
        using var added = await _administrator.PostAsJsonAsync(
            Accounts,
            new
            {
                name = "Grace",
                role = "viewer",
                password = People.Password,
            },
            Stop
        );
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        var account = (await added.Content.ReadFromJsonAsync<AccountItem>(Stop))!;
        Assert.Equal(("Grace", "viewer", "password", false), (account.Name, account.Role, account.Owes, account.IsLocked));
        Assert.Equal(["photo", "watch"], account.Rights["*"].Order());

        using var signedIn = await _application.Anonymous().SignInAsync("grace", People.Password);
        var client = _application.Client(PiLittleEyeApplication.TokenIn(signedIn));
        var who = await client.GetFromJsonAsync<SessionResponse>("/api/v1/session", Stop);
        Assert.Equal(("Grace", "password"), (who!.Name, who.Owes));
        foreach (var path in new[] { "/api/v1/cameras", "/stream", "/snapshot", "/api/v1/sessions", "/api/v1/nothing" })
        {
            using var refused = await client.GetAsync(path, Stop);
            await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "password-change-needed");
        }

        using var same = await client.PutAsJsonAsync(
            "/api/v1/session/password",
            new { current = People.Password, @new = People.Password },
            Stop
        );
        await same.AssertProblemAsync(HttpStatusCode.BadRequest, "same-password");
        using var changed = await client.PutAsJsonAsync(
            "/api/v1/session/password",
            new { current = People.Password, @new = "eight small ships" },
            Stop
        );
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        using var free = _application.Client(PiLittleEyeApplication.TokenIn(changed));
        Assert.Null((await free.GetFromJsonAsync<SessionResponse>("/api/v1/session", Stop))!.Owes);
        using var cameras = await free.GetAsync("/api/v1/cameras", Stop);
        Assert.Equal(HttpStatusCode.OK, cameras.StatusCode);
    }

    [Theory]
    [InlineData("""{"name":"","role":"viewer","password":"seven small ships"}""", 400, "unusable-name")]
    [InlineData("""{"name":"ADA lovelace","role":"viewer","password":"seven small ships"}""", 409, "name-taken")]
    [InlineData("""{"name":"Bob","role":"king","password":"seven small ships"}""", 400, "unusable-role")]
    [InlineData("""{"name":"Bob","role":"1","password":"seven small ships"}""", 400, "unusable-role")]
    [InlineData("""{"name":"Bob","role":"viewer","password":"short"}""", 400, "unusable-password")]
    [InlineData("""{"name":"Bob","role":"viewer","password":"seven \ud800 small ships"}""", 400, "wrong-json")]
    [InlineData("""{"name":"Bob","role":"guest","password":"seven small ships"}""", 400, "unusable-end")]
    [InlineData("""{"name":"Bob","role":"guest","password":"seven small ships","expiresAt":"2020-01-01T00:00:00Z"}""", 400, "unusable-end")]
    [InlineData(
        """{"name":"Bob","role":"viewer","password":"seven small ships","expiresAt":"2120-01-01T00:00:00Z"}""",
        400,
        "unusable-end"
    )]
    [InlineData("""{"name":"Bob","role":"viewer","password":"seven small ships","rights":{"*":["fly"]}}""", 400, "unusable-rights")]
    [InlineData("""{"name":"Bob","role":"viewer","password":"seven small ships","rights":{"*":null}}""", 400, "unusable-rights")]
    [InlineData("""{"name":"Bob","role":"viewer","password":"seven small ships","rights":7}""", 400, "wrong-json")]
    [InlineData("{}", 400, "unusable-name")]
    public async Task What_cannot_be_an_account_is_refused_with_the_remedy(string body, int status, string code)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await _administrator.PostAsync(Accounts, content, Stop);
        await answer.AssertProblemAsync((HttpStatusCode)status, code);
    }

    [Fact]
    public async Task A_lock_ends_every_session_and_unlocking_brings_none_back()
    {
        var account = _application.AddWithPassword("Grace");
        var client = _application.SignedInAs(account);
        using var locked = await _administrator.PatchAsJsonAsync($"{Accounts}/{account.Id}", new { isLocked = true }, Stop);
        Assert.True((await locked.Content.ReadFromJsonAsync<AccountItem>(Stop))!.IsLocked);
        using var ended = await client.GetAsync("/api/v1/session", Stop);
        await ended.AssertProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
        using var refused = await _application.Anonymous().SignInAsync("Grace", People.Password);
        await refused.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-name-or-password");

        using var unlocked = await _administrator.PatchAsJsonAsync($"{Accounts}/{account.Id}", new { isLocked = false }, Stop);
        Assert.False((await unlocked.Content.ReadFromJsonAsync<AccountItem>(Stop))!.IsLocked);
        using var still = await client.GetAsync("/api/v1/session", Stop);
        await still.AssertProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
        using var again = await _application.Anonymous().SignInAsync("Grace", People.Password);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
    }

    [Fact]
    public async Task A_name_is_changed_and_found_under_the_new_one_alone()
    {
        var account = _application.AddWithPassword("Grace");
        using var taken = await _administrator.PatchAsJsonAsync($"{Accounts}/{account.Id}", new { name = "ada LOVELACE" }, Stop);
        await taken.AssertProblemAsync(HttpStatusCode.Conflict, "name-taken");
        using var own = await _administrator.PatchAsJsonAsync($"{Accounts}/{account.Id}", new { name = "GRACE" }, Stop);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        using var renamed = await _administrator.PatchAsJsonAsync($"{Accounts}/{account.Id}", new { name = "Hopper" }, Stop);
        Assert.Equal("Hopper", (await renamed.Content.ReadFromJsonAsync<AccountItem>(Stop))!.Name);
        using var found = await _application.Anonymous().SignInAsync("hopper", People.Password);
        Assert.Equal(HttpStatusCode.NoContent, found.StatusCode);
    }

    [Fact]
    public async Task Another_role_asks_for_another_sign_in_and_other_rights_do_not()
    {
        var account = _application.Add("Grace");
        var client = _application.SignedInAs(account);
        using var rights = await _administrator.PatchAsJsonAsync(
            $"{Accounts}/{account.Id}",
            new { rights = new Dictionary<string, string[]> { ["camera"] = ["photo"] } },
            Stop
        );
        Assert.Equal(HttpStatusCode.OK, rights.StatusCode);
        var who = await client.GetFromJsonAsync<SessionResponse>("/api/v1/session", Stop);
        Assert.Equal(["photo"], Assert.Single(who!.Rights).Value);

        using var promoted = await _administrator.PatchAsJsonAsync($"{Accounts}/{account.Id}", new { role = "administrator" }, Stop);
        Assert.Equal(HttpStatusCode.OK, promoted.StatusCode);
        using var ended = await client.GetAsync("/api/v1/session", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
    }

    [Fact]
    public async Task A_reset_password_ends_the_sessions_and_must_be_changed()
    {
        var account = _application.Add("Grace");
        var client = _application.SignedInAs(account);
        using var reset = await _administrator.PutAsJsonAsync(
            $"{Accounts}/{account.Id}/password",
            new { password = People.Password },
            Stop
        );
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        using var ended = await client.GetAsync("/api/v1/session", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        Assert.Equal("password", (await _administrator.AccountAsync("Grace")).Owes);
    }

    [Fact]
    public async Task Signing_somebody_out_everywhere_ends_all_sessions()
    {
        var account = _application.Add("Grace");
        var (phone, desk) = (_application.SignedInAs(account), _application.SignedInAs(account));
        Assert.Equal(2, (await _administrator.AccountAsync("Grace")).Sessions);
        using var done = await _administrator.DeleteAsync($"{Accounts}/{account.Id}/sessions", Stop);
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        foreach (var client in new[] { phone, desk })
        {
            using var ended = await client.GetAsync("/api/v1/session", Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, ended.StatusCode);
        }

        Assert.Equal(0, (await _administrator.AccountAsync("Grace")).Sessions);
    }

    [Fact]
    public async Task A_guest_is_let_in_until_its_end_and_not_after_it()
    {
        var end = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(1.5);
        var guest = _application.Add("Guest", AccountRole.Guest, expiresAt: end);
        var client = _application.SignedInAs(guest);
        using var before = await client.GetAsync("/api/v1/session", Stop);
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await Limit.Until(() => TimeProvider.System.GetUtcNow() > end, "the guest's end");
        using var after = await client.GetAsync("/api/v1/session", Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
        Assert.Equal(end, (await _administrator.AccountAsync("Guest")).ExpiresAt);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_sees_or_changes_accounts()
    {
        var account = _application.Add("Grace", rights: Grants.All);
        var client = _application.SignedInAs(account);
        using var list = await client.GetAsync(Accounts, Stop);
        using var add = await client.PostAsJsonAsync(
            Accounts,
            new
            {
                name = "Eve",
                role = "administrator",
                password = People.Password,
            },
            Stop
        );
        using var change = await client.PatchAsJsonAsync($"{Accounts}/{account.Id}", new { role = "administrator" }, Stop);
        using var remove = await client.DeleteAsync($"{Accounts}/1", Stop);
        foreach (var answer in new[] { list, add, change, remove })
        {
            await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        }
    }

    [Fact]
    public async Task An_old_proof_is_not_enough_to_change_anything()
    {
        var account = _application.Add("Grace");
        _application.AgeProofs(TimeSpan.FromMinutes(10.1));
        using var list = await _administrator.GetAsync(Accounts, Stop);
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
        using var refused = await _administrator.DeleteAsync($"{Accounts}/{account.Id}", Stop);
        await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "proof-needed");

        using var wrong = await _administrator.PostAsJsonAsync("/api/v1/session/proof", new { password = "nine lives of a dog" }, Stop);
        await wrong.AssertProblemAsync(HttpStatusCode.Forbidden, "wrong-password");
        using var proof = await _administrator.PostAsJsonAsync(
            "/api/v1/session/proof",
            new { password = PiLittleEyeApplication.Password },
            Stop
        );
        Assert.Equal(HttpStatusCode.NoContent, proof.StatusCode);

        // Whoever holds a copy of the old token has proved nothing.
        using var copy = await _administrator.DeleteAsync($"{Accounts}/{account.Id}", Stop);
        await copy.AssertProblemAsync(HttpStatusCode.Forbidden, "proof-needed");
        using var proved = _application.Client(PiLittleEyeApplication.TokenIn(proof));
        using var done = await proved.DeleteAsync($"{Accounts}/{account.Id}", Stop);
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
    }

    [Theory]
    [InlineData("999")]
    [InlineData("-1")]
    public async Task Who_does_not_exist_is_not_found(string id)
    {
        using var change = await _administrator.PatchAsJsonAsync($"{Accounts}/{id}", new { name = "X" }, Stop);
        using var remove = await _administrator.DeleteAsync($"{Accounts}/{id}", Stop);
        using var sessions = await _administrator.DeleteAsync($"{Accounts}/{id}/sessions", Stop);
        foreach (var answer in new[] { change, remove, sessions })
        {
            await answer.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-account");
        }
    }
}
