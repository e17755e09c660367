using System.Net;
using PiLittleEye.AccessLists;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.AccessLists;

public sealed class HomeNetworkCallersTests
{
    private const string Home = "192.168.7.7";

    [Theory]
    [InlineData("/api/v1/photo.jpg")]
    [InlineData("/snapshot")]
    [InlineData("/api/v1/cameras")]
    [InlineData("/api/v1/cameras/camera/status")]
    public async Task Whoever_is_at_home_may_watch_without_signing_in_once_the_owner_says_so(string path)
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        using var client = application.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, await client.StatusAsync(path, Home));
        application.Decide(Watching);
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync(path, Home));
        // Per network, not for all that is private.
        Assert.Equal(HttpStatusCode.Unauthorized, await client.StatusAsync(path, "192.168.8.7"));
        Assert.Equal(HttpStatusCode.Unauthorized, await client.StatusAsync(path, "203.0.113.9"));
    }

    [Theory]
    [InlineData("GET", "/api/v1/cameras/camera/settings")]
    [InlineData("PUT", "/api/v1/cameras/camera/settings")]
    [InlineData("GET", "/api/v1/cameras/camera/modes")]
    [InlineData("GET", "/api/v1/access-lists")]
    [InlineData("PUT", "/api/v1/access-lists")]
    [InlineData("POST", "/api/v1/access-lists/check")]
    [InlineData("POST", "/api/v1/access-lists/confirmation")]
    [InlineData("DELETE", "/api/v1/session")]
    [InlineData("GET", "/api/v1/sessions")]
    [InlineData("GET", "/api/v1/keys")]
    [InlineData("POST", "/api/v1/tickets")]
    [InlineData("GET", "/no/such/thing")]
    public async Task And_may_do_nothing_else(string method, string path)
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(Watching);
        using var answer = await application
            .Anonymous()
            .AskAsync(path, Home, method: new HttpMethod(method), body: method == "GET" ? null : new { });
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_learns_that_somebody_at_home_watches_without_a_name()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(Watching);
        var guest = await (await application.Anonymous().AskAsync("/api/v1/session", Home)).JsonAsync();
        Assert.Equal("home-network", guest.GetProperty("role").GetString());
        Assert.False(guest.GetProperty("isAdministrator").GetBoolean());
        Assert.Equal("""{"*":["watch","photo"]}""", guest.GetProperty("rights").GetRawText());
        var member = await (await application.SignedIn().AskAsync("/api/v1/session", Home)).JsonAsync();
        Assert.Equal("administrator", member.GetProperty("role").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, await application.Anonymous().StatusAsync("/api/v1/session", "203.0.113.9"));
    }

    // Else a key that was revoked would seem to work until somebody takes the program elsewhere.
    [Theory]
    [InlineData("?ticket=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", null, "wrong-ticket")]
    [InlineData("?ticket=", null, "wrong-ticket")]
    [InlineData("?appkey=AAAAAAAAAAAAAAAA&secret=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", null, "wrong-key")]
    [InlineData("", "Bearer AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "wrong-key")]
    [InlineData("", "Bearer no such session", "not-signed-in")]
    [InlineData("", "Basic YWRhOndyb25n", "not-signed-in")]
    public async Task Whoever_shows_something_wrong_is_refused_at_home_too(string query, string? header, string code)
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(Watching);
        using var client = application.Anonymous();
        if (header is not null)
        {
            Assert.True(client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header));
        }

        using var answer = await client.AskAsync($"/snapshot{query}", Home);
        await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, code);
    }

    // Browsers send it unasked, for thirty days after it has ended.
    [Fact]
    public async Task A_cookie_of_a_session_that_is_over_is_nothing_shown()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(Watching);
        using var client = application.Client("a session that is over");
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/snapshot", Home));
    }

    // FC-W12: it could not be switched off.
    [Fact]
    public async Task Switched_off_it_ends_the_streams_that_were_opened_by_it()
    {
        var (application, token) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(Watching);
        await using var guest = await StreamViewer.OpenAsync(application, token: null, forwardedFor: Home);
        await using var member = await StreamViewer.OpenAsync(application, token, forwardedFor: Home);
        await guest.NextLiveAsync();
        await member.NextLiveAsync();

        application.Decide(lists => lists with { HomeNetworks = lists.HomeNetworks with { Enabled = false } });

        await guest.LastAsync();
        await member.NextLiveAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await application.Anonymous().StatusAsync("/snapshot", Home));
    }

    // FC-W2: a forged header was the way in.
    [Theory]
    [InlineData("X-Forwarded-For", Home)]
    [InlineData("X-Real-IP", Home)]
    [InlineData("Forwarded", "for=192.168.7.7")]
    [InlineData("X-Forwarded-For", "")]
    public async Task Nobody_is_at_home_by_saying_so(string header, string value)
    {
        var (application, _) = await ListedCamera.StartWithoutProxyAsync();
        await using var itsEnd = application;
        // The peer itself is in the network: an unknown proxy on the shelf passes the internet on.
        application.Decide(lists => lists with { HomeNetworks = ListedCamera.On("127.0.0.0/8", "192.168.7.0/24") });
        Assert.Equal(HttpStatusCode.OK, await application.Anonymous().StatusAsync("/snapshot", from: null));
        Assert.Equal(HttpStatusCode.Unauthorized, await application.Anonymous().StatusAsync("/snapshot", value, header));
    }

    [Theory]
    [InlineData("203.0.113.9")]
    [InlineData("192.168.7.7, 203.0.113.9")]
    [InlineData("garbage")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Through_a_trusted_proxy_only_the_visitors_own_address_counts(string? forwardedFor)
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(lists => lists with { HomeNetworks = ListedCamera.On("127.0.0.0/8", "192.168.7.0/24") });
        Assert.Equal(HttpStatusCode.Unauthorized, await application.Anonymous().StatusAsync("/snapshot", forwardedFor));
    }

    [Fact]
    public async Task A_home_that_is_blocked_is_blocked()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(lists => Watching(lists) with { Block = ListedCamera.On(Home) });
        Assert.Equal(HttpStatusCode.Forbidden, await application.Anonymous().StatusAsync("/snapshot", Home));
    }

    private static AccessListsSettings Watching(AccessListsSettings lists) =>
        lists with
        {
            HomeNetworks = ListedCamera.On("192.168.7.0/24"),
        };
}
