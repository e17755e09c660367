using System.Net;
using PiLittleEye.AccessLists;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.AccessLists;

public sealed class AddressGuardTests
{
    private const string Stranger = "203.0.113.9";
    private const string Home = "192.168.7.7";

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/js/app.js")]
    [InlineData("GET", "/healthz")]
    [InlineData("GET", "/stream")]
    [InlineData("GET", "/api/v1/photo.jpg")]
    [InlineData("POST", "/api/v1/session")]
    [InlineData("POST", "/api/v1/claim")]
    [InlineData("GET", "/no/such/thing")]
    public async Task A_refused_address_gets_nothing_not_even_the_page_nor_with_a_session(string method, string path)
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(OnlyHome);
        using var client = application.SignedIn();
        using var answer = await client.AskAsync(path, Stranger, method: new HttpMethod(method), body: method == "POST" ? new { } : null);
        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "address-refused");
        Assert.True(answer.Headers.ConnectionClose);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
    }

    [Fact]
    public async Task Whoever_may_come_is_not_disturbed_and_the_entry_counts()
    {
        var (application, _) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(lists => OnlyHome(lists) with { Block = ListedCamera.On("192.168.9.*") });
        using var client = application.SignedIn();

        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/", Home));
        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/api/v1/cameras", Home));
        Assert.Equal(HttpStatusCode.Forbidden, await client.StatusAsync("/", "192.168.9.1"));

        var lists = await (await client.AskAsync("/api/v1/access-lists", from: null)).JsonAsync();
        var home = lists.GetProperty("allow").GetProperty("entries")[0];
        Assert.Equal(("192.168.0.0/16", 2), (home.GetProperty("range").GetString(), home.GetProperty("hits").GetInt64()));
        Assert.Equal(1, lists.GetProperty("block").GetProperty("entries")[0].GetProperty("hits").GetInt64());
    }

    // PLE-W13: a stream went on whatever the lists said.
    [Fact]
    public async Task The_streams_of_an_address_end_with_a_card_when_it_may_not_come_any_more()
    {
        var (application, token) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        await using var stranger = await StreamViewer.OpenAsync(application, token, forwardedFor: Stranger);
        await using var home = await StreamViewer.OpenAsync(application, token, forwardedFor: Home);
        await stranger.NextLiveAsync();
        await home.NextLiveAsync();

        application.Decide(OnlyHome);

        Assert.Equal("signed-out", (await stranger.LastAsync()).State);
        await home.NextLiveAsync();
    }

    [Fact]
    public async Task The_streams_that_came_with_a_trial_end_with_it()
    {
        var (application, token) = await ListedCamera.StartAsync();
        await using var itsEnd = application;
        application.Decide(OnlyHome);
        application.Gate().Try(application.Gate().InForce with { Allow = AccessListsSettings.Default.Allow });
        await using var stranger = await StreamViewer.OpenAsync(application, token, forwardedFor: Stranger);
        await stranger.NextLiveAsync();

        application.Decide(OnlyHome);

        await stranger.LastAsync();
    }

    private static AccessListsSettings OnlyHome(AccessListsSettings lists) =>
        lists with
        {
            Allow = AccessListsSettings.Default.Allow with { Enabled = true },
        };
}
