using System.Net;
using System.Text.Json;
using PiLittleEye.AccessLists;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.AccessLists;

public sealed class AccessListsEndpointsTests
{
    private const string Path = "/api/v1/access-lists";
    private const string Confirmation = $"{Path}/confirmation";
    private const string Home = "192.168.7.7";
    private const string Stranger = "203.0.113.9";

    private static readonly string[] s_loopback = ["127.0.0.0/8"];
    private static readonly string[] s_wrong = ["10.0.0.0/8", "192*"];
    private static readonly object s_onlyHome = new { allow = new { enabled = true } };

    [Fact]
    public async Task Both_lists_are_off_and_prefilled_with_what_is_private()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        var lists = await (await application.SignedIn().AskAsync(Path, Home)).JsonAsync();
        Assert.Equal("[\"127.0.0.1\"]", lists.GetProperty("trustedProxies").GetRawText());
        Assert.Equal(JsonValueKind.Null, lists.GetProperty("pending").ValueKind);
        Assert.All(["allow", "block", "homeNetworks"], list => Assert.False(lists.GetProperty(list).GetProperty("enabled").GetBoolean()));
        Assert.Equal(
            ["192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12", "fc00::/7", "fe80::/10", "127.0.0.0/8", "::1"],
            Ranges(lists, "allow")
        );
        Assert.Empty(Ranges(lists, "block"));
    }

    [Fact]
    public async Task What_is_sent_is_in_force_in_its_one_spelling_and_what_is_left_out_stays()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        var change = new
        {
            block = new
            {
                enabled = true,
                entries = new object[] { "203.0.*", "::ffff:1.2.3.4", "", "203.0.0.0/16", new { range = "FD*", hits = 7 } },
            },
        };
        using var answer = await PutAsync(application, change);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var lists = await answer.JsonAsync();
        Assert.Equal(["203.0.0.0/16", "1.2.3.4", "fd00::/8"], Ranges(lists, "block"));
        Assert.Equal(7, Ranges(lists, "allow").Count);
        Assert.Equal(HttpStatusCode.Forbidden, await application.Anonymous().StatusAsync("/", Stranger));
        Assert.Equal(HttpStatusCode.OK, await application.Anonymous().StatusAsync("/", Home));
    }

    [Fact]
    public async Task Lists_are_changed_only_with_a_password_proved_a_short_while_ago()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        using var client = application.SignedIn();
        application.AgeProofs(PolicyRules.ProofLasts);
        using var refused = await client.AskAsync(Path, Home, method: HttpMethod.Put, body: new { block = new { enabled = true } });
        await refused.AssertProblemAsync(HttpStatusCode.Forbidden, "proof-needed");
        using var unconfirmed = await client.AskAsync(Confirmation, Home, method: HttpMethod.Post, body: new { token = "x" });
        await unconfirmed.AssertProblemAsync(HttpStatusCode.Forbidden, "proof-needed");
        Assert.False(application.Gate().InForce.Block.Enabled);
        // Looking decides nothing.
        using var looked = await client.AskAsync(Path, Home);
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
    }

    // PLE-W20: memory got what the table did not.
    [Fact]
    public async Task One_wrong_entry_and_nothing_is_changed_in_memory_or_on_the_card()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        var change = new
        {
            allow = new { enabled = true, entries = new[] { "10.0.0.0/8", "19*", "nonsense" } },
            block = new { entries = new[] { "10.0.0.9-10.0.0.1" } },
            homeNetworks = new { entries = new[] { "0.0.0.0/0", "8.8.8.0/24", "2001:db8::/32" } },
        };
        using var answer = await PutAsync(application, change);
        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
        var errors = (await answer.JsonAsync()).GetProperty("errors");
        Assert.Equal(
            ["allow.entries[1]", "allow.entries[2]", "block.entries[0]", "homeNetworks.entries[0]", "homeNetworks.entries[2]"],
            errors.EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            "\"10.0.0.9-10.0.0.1\" ends before it begins; write 10.0.0.1-10.0.0.9.",
            errors.GetProperty("block.entries[0]")[0].GetString()
        );
        Assert.Equal(AccessListsSettings.Default.Revision, application.Gate().InForce.Revision);
        Assert.Equal(HttpStatusCode.OK, await application.Anonymous().StatusAsync("/", Stranger));
    }

    [Fact]
    public async Task A_list_of_many_thousands_is_refused()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        using var answer = await PutAsync(application, new { block = new { entries = Enumerable.Repeat("1.1.1.1", 501) } });
        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
    }

    [Fact]
    public async Task A_check_tells_what_is_wrong_and_changes_nothing()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        var change = new { allow = new { enabled = true, entries = s_wrong } };
        using var answer = await application.SignedIn().AskAsync($"{Path}/check", Home, method: HttpMethod.Post, body: change);
        var check = await answer.JsonAsync();
        Assert.True(check.GetProperty("wouldShutYouOut").GetBoolean());
        Assert.Equal("allow.entries[1]", Assert.Single(check.GetProperty("problems").EnumerateObject()).Name);
        Assert.False(application.Gate().InForce.Allow.Enabled);
    }

    [Theory]
    [InlineData("""{"allow":{"entries":[1]}}""")]
    [InlineData("""{"allow":{"entries":[{"range":1}]}}""")]
    [InlineData("""{"allow":{"entries":"10.0.0.0/8"}}""")]
    [InlineData("""{"allow":[]}""")]
    [InlineData("""{"confirm":"yes"}""")]
    public async Task What_has_another_shape_is_refused_in_words(string json)
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        using var document = JsonDocument.Parse(json);
        using var answer = await PutAsync(application, document.RootElement);
        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-json");
    }

    [Fact]
    public async Task A_change_that_would_shut_out_whoever_makes_it_is_refused_at_first()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        using var answer = await PutAsync(application, s_onlyHome, Stranger);
        await answer.AssertProblemAsync(HttpStatusCode.Conflict, "would-shut-you-out");
        Assert.Equal(HttpStatusCode.OK, await application.Anonymous().StatusAsync("/", Stranger));
        // From home, or from the machine itself, the same is no danger.
        using var fromHome = await PutAsync(application, s_onlyHome);
        Assert.Equal(HttpStatusCode.OK, fromHome.StatusCode);
        using var fromMachine = await PutAsync(application, new { block = new { enabled = true, entries = s_loopback } }, from: null);
        Assert.Equal(HttpStatusCode.OK, fromMachine.StatusCode);
    }

    [Fact]
    public async Task Confirmed_in_advance_it_is_on_trial_and_stays_when_the_new_state_says_so()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        using var answer = await PutAsync(application, new { allow = new { enabled = true }, confirm = true }, Stranger);
        var pending = (await answer.JsonAsync()).GetProperty("pending");
        var body = new { token = pending.GetProperty("token").GetString() };

        // Not from the old state …
        using var shutOut = await application.SignedIn().AskAsync(Confirmation, Stranger, method: HttpMethod.Post, body: body);
        await shutOut.AssertProblemAsync(HttpStatusCode.Forbidden, "address-refused");
        // … and the token is for whoever made the change.
        var shown = (await (await application.SignedIn().AskAsync(Path, Home)).JsonAsync()).GetProperty("pending");
        Assert.False(shown.TryGetProperty("token", out _));
        Assert.Equal(pending.GetProperty("until").GetString(), shown.GetProperty("until").GetString());

        using var confirmed = await application.SignedIn().AskAsync(Confirmation, Home, method: HttpMethod.Post, body: body);
        Assert.Equal(HttpStatusCode.NoContent, confirmed.StatusCode);
        Assert.Null(application.Gate().Pending);
        Assert.Equal(HttpStatusCode.Forbidden, await application.Anonymous().StatusAsync("/", Stranger));

        using var again = await application.SignedIn().AskAsync(Confirmation, Home, method: HttpMethod.Post, body: body);
        await again.AssertProblemAsync(HttpStatusCode.Conflict, "nothing-to-confirm");
    }

    private static List<string> Ranges(JsonElement lists, string list) =>
        [.. lists.GetProperty(list).GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("range").GetString()!)];

    private static Task<HttpResponseMessage> PutAsync(PiLittleEyeApplication application, object change, string? from = Home) =>
        application.SignedIn().AskAsync(Path, from, method: HttpMethod.Put, body: change);
}
