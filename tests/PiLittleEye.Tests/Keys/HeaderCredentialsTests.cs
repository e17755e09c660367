using System.Net;
using System.Net.Http.Json;
using System.Text;
using PiLittleEye.Keys;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Keys;

public sealed class HeaderCredentialsTests(TwoCameras cameras) : IClassFixture<TwoCameras>
{
    private readonly HttpClient _anonymous = cameras.Application.Anonymous();

    [Fact]
    public async Task Bearer_and_basic_open_what_the_key_may()
    {
        var (_, pair) = KeyBench.MakeKey(cameras.Application);
        foreach (var header in Both(pair))
        {
            foreach (var path in new[] { "/snapshot", "/api/v1/cameras", "/api/v1/cameras/back/status" })
            {
                using var answer = await AskAsync(HttpMethod.Get, path, header);
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path}: {answer.StatusCode}");
                Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
            }
        }

        await using var viewer = await StreamViewer.OpenAsync(cameras.Application, $"{pair.Key}.{pair.Secret}");
        Assert.Equal("live", (await viewer.NextLiveAsync()).State);
    }

    [Fact]
    public async Task A_key_with_the_right_to_changes_makes_them_on_its_camera_alone()
    {
        var (_, pair) = KeyBench.MakeKey(cameras.Application, new Grants([new("front", Right.Settings), new("back", Right.Watch)]));
        foreach (var header in Both(pair))
        {
            using var may = await AskAsync(HttpMethod.Put, "/api/v1/cameras/front/settings", header);
            Assert.Equal(HttpStatusCode.OK, may.StatusCode);
            using var mayNot = await AskAsync(HttpMethod.Put, "/api/v1/cameras/back/settings", header);
            await mayNot.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
            using var photo = await AskAsync(HttpMethod.Get, "/api/v1/cameras/front/photo.jpg", header);
            await photo.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        }
    }

    // KAR-W7: there, a token had its owner's role of administrator.
    [Theory]
    [InlineData("GET", "/api/v1/keys")]
    [InlineData("POST", "/api/v1/keys")]
    [InlineData("DELETE", "/api/v1/keys/1")]
    [InlineData("GET", "/api/v1/tickets")]
    [InlineData("POST", "/api/v1/tickets")]
    [InlineData("GET", "/api/v1/session")]
    [InlineData("DELETE", "/api/v1/session")]
    public async Task What_is_for_people_is_closed_to_any_key(string method, string path)
    {
        var (_, pair) = KeyBench.MakeKey(cameras.Application, Grants.All);
        using var answer = await AskAsync(new HttpMethod(method), path, Both(pair)[0]);
        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task A_key_lists_the_cameras_it_was_given()
    {
        var (_, pair) = KeyBench.MakeKey(cameras.Application, new Grants([new("back", Right.Watch)]));
        using var answer = await AskAsync(HttpMethod.Get, "/api/v1/cameras", Both(pair)[1]);
        var list = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("back", list, StringComparison.Ordinal);
        Assert.DoesNotContain("front", list, StringComparison.Ordinal);
    }

    private static string[] Both(KeyPair pair) =>
        [$"Bearer {pair.Key}.{pair.Secret}", $"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"{pair.Key}:{pair.Secret}"))}"];

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, string header)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.TryAddWithoutValidation("Authorization", header);
        request.Content = method == HttpMethod.Get ? null : JsonContent.Create(new { rotation = 0 });
        return await _anonymous.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
