using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Web;

public sealed class SecurityHeadersTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    public static TheoryData<string> Paths =>
        ["/", "/index.html", "/js/app.js", "/healthz", "/nothing", "/api/v1/session", "/api/v1/photo.jpg", "/api/v1/cameras/none/status"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_answer_good_or_bad_binds_the_browser(string path)
    {
        foreach (var client in new[] { camera.Anonymous, camera.SignedIn })
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
            Assert.Equal("DENY", answer.Header("X-Frame-Options"));
            Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
            Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
            Assert.Contains("camera=()", answer.Header("Permissions-Policy"), StringComparison.Ordinal);
            Assert.Null(answer.Header("Server"));
            Assert.Null(answer.Header("X-Powered-By"));
            Assert.Null(answer.Header("Access-Control-Allow-Origin"));
            AssertPolicy(answer.Header("Content-Security-Policy"));
        }
    }

    [Theory]
    [InlineData("/api/v1/session")]
    [InlineData("/api/v1/cameras")]
    [InlineData("/api/v1/cameras/camera/settings")]
    [InlineData("/api/v1/nothing")]
    public async Task What_one_account_may_see_is_not_kept_for_the_next(string path)
    {
        using var answer = await camera.SignedIn.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"rotation\":\"ninety\"}")]
    public async Task Also_an_answer_that_began_as_another_one_does(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await camera.SignedIn.PutAsync(
            "/api/v1/cameras/camera/settings",
            content,
            TestContext.Current.CancellationToken
        );
        await answer.AssertProblemAsync(System.Net.HttpStatusCode.BadRequest, "wrong-json");
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        AssertPolicy(answer.Header("Content-Security-Policy"));
    }

    // Nothing from elsewhere, nothing inline, no frame around it.
    private static void AssertPolicy(string? policy)
    {
        var directives = policy!
            .Split(';', StringSplitOptions.TrimEntries)
            .ToDictionary(line => line.Split(' ')[0], StringComparer.Ordinal);
        Assert.Equal("default-src 'none'", directives["default-src"]);
        Assert.Equal("script-src 'self'", directives["script-src"]);
        Assert.Equal("style-src 'self'", directives["style-src"]);
        Assert.Equal("connect-src 'self'", directives["connect-src"]);
        Assert.Equal("frame-ancestors 'none'", directives["frame-ancestors"]);
        Assert.Equal("base-uri 'none'", directives["base-uri"]);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }
}
