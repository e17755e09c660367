using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Keys;

public sealed partial class TicketEndpointsTests
{
    [Fact]
    public async Task Whoever_watches_shares_what_there_is_to_see_and_no_more()
    {
        using var bob = cameras.Application.SignedInAs(cameras.Application.Add("Bob", rights: new Grants([new("back", Right.Watch)])));
        using var hidden = await bob.PostAsJsonAsync(Path, new { camera = "front", minutes = 5 }, TestContext.Current.CancellationToken);
        await hidden.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-camera");

        var made = await MakeAsync(new { camera = "back", minutes = 5 }, bob);
        await using var viewer = await StreamViewer.OpenAsync(cameras.Application, token: "", PathOf(made, "url"));
        Assert.Equal("live", (await viewer.NextLiveAsync()).State);
        using var anonymous = cameras.Application.Anonymous();
        using var photo = await anonymous.GetAsync(PathOf(made, "photoUrl"), TestContext.Current.CancellationToken);
        await photo.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task Others_links_are_nobodys_business_but_an_administrators()
    {
        using var carol = cameras.Application.SignedInAs(cameras.Application.Add("Carol"));
        var (hers, other) = (
            await MakeAsync(new { camera = "front", minutes = 5 }, carol),
            await MakeAsync(new { camera = "front", minutes = 5 })
        );
        var listed = await carol.GetFromJsonAsync<JsonElement>(Path, TestContext.Current.CancellationToken);
        Assert.Equal(IdOf(hers), IdOf(Assert.Single(listed.EnumerateArray())));
        using var refused = await carol.DeleteAsync($"{Path}/{IdOf(other)}", TestContext.Current.CancellationToken);
        await refused.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-ticket");
        Assert.Equal("Carol", (await FindAsync(IdOf(hers))).GetProperty("createdBy").GetString());
        await RevokeAsync(IdOf(hers));
    }

    [Theory]
    [InlineData("""{"isLocked":true}""", "wrong-ticket")]
    [InlineData("""{"rights":{"front":["watch"]}}""", "no-such-camera")]
    public async Task A_link_and_its_streams_end_with_the_right_of_whoever_made_it(string change, string code)
    {
        var account = cameras.Application.Add($"Dora {code}", rights: new Grants([new("back", Right.Watch | Right.Photo)]));
        using var dora = cameras.Application.SignedInAs(account);
        var made = await MakeAsync(new { camera = "back", minutes = 5 }, dora);
        await using var viewer = await StreamViewer.OpenAsync(cameras.Application, token: "", PathOf(made, "url"));
        await viewer.NextLiveAsync();

        using var body = new StringContent(change, System.Text.Encoding.UTF8, "application/json");
        using var changed = await cameras.SignedIn.PatchAsync(
            $"/api/v1/accounts/{account.Id}",
            body,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);

        Assert.Equal("signed-out", (await viewer.LastAsync()).State);
        using var anonymous = cameras.Application.Anonymous();
        using var photo = await anonymous.GetAsync(PathOf(made, "photoUrl"), TestContext.Current.CancellationToken);
        await photo.AssertProblemAsync(code == "wrong-ticket" ? HttpStatusCode.Unauthorized : HttpStatusCode.NotFound, code);
    }

    [Fact]
    public async Task A_new_password_ends_the_links_made_under_the_old_one()
    {
        var account = cameras.Application.Add("Emil");
        using var emil = cameras.Application.SignedInAs(account);
        var made = await MakeAsync(new { camera = "front", minutes = 5 }, emil);
        await using var viewer = await StreamViewer.OpenAsync(cameras.Application, token: "", PathOf(made, "url"));
        await viewer.NextLiveAsync();

        using var changed = await cameras.SignedIn.PutAsJsonAsync(
            $"/api/v1/accounts/{account.Id}/password",
            new { password = "seven new small ships" },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);

        Assert.Equal("signed-out", (await viewer.LastAsync()).State);
        var listed = await cameras.SignedIn.GetFromJsonAsync<JsonElement>(Path, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(listed.EnumerateArray(), ticket => IdOf(ticket) == IdOf(made));
    }

    private static long IdOf(JsonElement ticket) => ticket.GetProperty("id").GetInt64();

    private static string PathOf(JsonElement made, string name) => new Uri(made.GetProperty(name).GetString()!).PathAndQuery;
}
