using System.Net;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Web;

public sealed class SameOriginGuardTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    private const string Settings = "/api/v1/cameras/camera/settings";

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "SAME-ORIGIN, cross-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "https://127.0.0.1")]
    [InlineData("Origin", "http://127.0.0.1:{port}")]
    [InlineData("Origin", "https://127.0.0.1:{port}.evil.example")]
    public async Task A_change_from_another_site_is_refused(string header, string value)
    {
        foreach (
            var (method, path) in new[] { ("PUT", Settings), ("DELETE", "/api/v1/session"), ("POST", "/sign-in"), ("PATCH", "/nothing") }
        )
        {
            using var answer = await SendAsync(method, path, header, value);
            await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "other-origin");
        }
    }

    [Fact]
    public async Task No_route_that_changes_something_takes_it_from_another_site()
    {
        var changing = ApiDocument.Operations.Where(operation => operation.Method is not ("GET" or "HEAD")).ToList();
        Assert.NotEmpty(changing);
        foreach (var (method, path, _) in changing)
        {
            using var fetched = await SendAsync(
                method,
                path.Replace("{id}", "1", StringComparison.Ordinal),
                "Sec-Fetch-Site",
                "cross-site"
            );
            await fetched.AssertProblemAsync(HttpStatusCode.Forbidden, "other-origin");
            using var posted = await SendAsync(
                method,
                path.Replace("{id}", "1", StringComparison.Ordinal),
                "Origin",
                "https://evil.example"
            );
            await posted.AssertProblemAsync(HttpStatusCode.Forbidden, "other-origin");
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://127.0.0.1:{port}")]
    [InlineData("Origin", "HTTPS://127.0.0.1:{port}")]
    [InlineData("X-Nothing", "as a program sends it")]
    public async Task A_change_from_the_cameras_own_page_or_a_program_is_taken(string header, string value)
    {
        using var answer = await SendAsync("PUT", Settings, header, value);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task Looking_is_no_change(string method)
    {
        // As another site's <img> would; the cookie itself does not come along from there.
        using var answer = await SendAsync(method, "/api/v1/photo.jpg", "Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string header, string value)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.TryAddWithoutValidation(header, value.Replace("{port}", $"{camera.Application.Port}", StringComparison.Ordinal));
        request.Content = method == "PUT" ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json") : null;
        return await camera.SignedIn.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
