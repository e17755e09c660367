using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Keys;

public sealed class KeyEndpointsTests(TwoCameras cameras) : IClassFixture<TwoCameras>
{
    private const string Path = "/api/v1/keys";

    private static readonly string[] s_looking = ["watch", "photo"];

    [Fact]
    public async Task A_key_is_made_shown_once_used_listed_and_revoked()
    {
        var expiresAt = TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(30);
        var made = await MakeAsync(
            new
            {
                name = " OctoPrint ",
                rights = new { front = s_looking },
                expiresAt,
            }
        );
        var (id, key, secret) = (made.GetProperty("id").GetInt64(), Text(made, "key"), Text(made, "secret"));
        Assert.Equal($"{key}.{secret}", Text(made, "bearer"));
        Assert.Equal("OctoPrint", Text(made, "name"));
        Assert.Equal("""{"front":["watch","photo"]}""", made.GetProperty("rights").GetRawText());

        using var anonymous = cameras.Application.Anonymous();
        using var used = await anonymous.GetAsync($"/snapshot?appkey={key}&secret={secret}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, used.StatusCode);

        var listed = await FindAsync(id);
        Assert.Equal(key[..6], Text(listed, "prefix"));
        Assert.Equal(PiLittleEyeApplication.Administrator, Text(listed, "createdBy"));
        Assert.Equal("127.0.0.1", Text(listed, "usedFrom"));
        Assert.Equal(expiresAt, listed.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.DoesNotContain(secret, listed.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(key, listed.GetRawText(), StringComparison.Ordinal);

        using var revoked = await cameras.SignedIn.DeleteAsync($"{Path}/{id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        using var after = await anonymous.GetAsync($"/snapshot?appkey={key}&secret={secret}", TestContext.Current.CancellationToken);
        await after.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-key");
        using var again = await cameras.SignedIn.DeleteAsync($"{Path}/{id}", TestContext.Current.CancellationToken);
        await again.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-key");
    }

    [Theory]
    [InlineData("""{"rights":{"*":["watch"]}}""", "name")]
    [InlineData("""{"name":"a\u202eb","rights":{"*":["watch"]}}""", "name")]
    [InlineData("""{"name":"x"}""", "rights")]
    [InlineData("""{"name":"x","rights":{}}""", "rights")]
    [InlineData("""{"name":"x","rights":{"*":[]}}""", "rights")]
    [InlineData("""{"name":"x","rights":{"*":null}}""", "rights")]
    [InlineData("""{"name":"x","rights":{"*":["everything"]}}""", "rights")]
    [InlineData("""{"name":"x","rights":{"attic":["watch"]}}""", "rights")]
    [InlineData("""{"name":"x","rights":{"*":["watch"]},"expiresAt":"2020-01-01T00:00:00Z"}""", "expiresAt")]
    public async Task What_is_wrong_with_a_key_is_said_at_its_field(string json, string field)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await cameras.SignedIn.PostAsync(Path, body, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(field, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task Keys_are_for_administrators_who_proved_to_be_it_a_moment_ago()
    {
        await using var application = (await PiLittleEyeApplication.StartClaimedAsync()).Application;
        using var viewer = application.SignedInAs(application.Add("Bob"));
        using var seen = await viewer.GetAsync(Path, TestContext.Current.CancellationToken);
        await seen.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");

        using var administrator = application.SignedIn();
        application.AgeProofs(TimeSpan.FromMinutes(11));
        var wish = new { name = "x", rights = new { camera = s_looking } };
        using var late = await administrator.PostAsJsonAsync(Path, wish, TestContext.Current.CancellationToken);
        await late.AssertProblemAsync(HttpStatusCode.Forbidden, "proof-needed");
        using var revoke = await administrator.DeleteAsync($"{Path}/1", TestContext.Current.CancellationToken);
        await revoke.AssertProblemAsync(HttpStatusCode.Forbidden, "proof-needed");
        using var list = await administrator.GetAsync(Path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, list.StatusCode);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private async Task<JsonElement> MakeAsync(object wish)
    {
        using var answer = await cameras.SignedIn.PostAsJsonAsync(Path, wish, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private async Task<JsonElement> FindAsync(long id)
    {
        var list = await cameras.SignedIn.GetFromJsonAsync<JsonElement>(Path, TestContext.Current.CancellationToken);
        return Assert.Single(list.EnumerateArray(), key => key.GetProperty("id").GetInt64() == id);
    }
}
