using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Problems;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("{\"name\":\"Ada\"", "application/json", HttpStatusCode.BadRequest, "wrong-json")]
    [InlineData("{\"name\":5}", "application/json", HttpStatusCode.BadRequest, "wrong-json")]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("", null, HttpStatusCode.BadRequest, "bad-request")]
    [InlineData("name=Ada", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType, "wrong-content-type")]
    [InlineData("{}", null, HttpStatusCode.UnsupportedMediaType, "wrong-content-type")]
    public async Task What_is_not_the_json_of_the_route_is_refused_in_words(string text, string? type, HttpStatusCode status, string code)
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        using var client = application.Client(token);

        using var answer = await client.PostAsync("/api/v1/session", content, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(
            $":{code}\"",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("POST", "/api/v1/session", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "/api/v1/claim", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("PUT", "/api/v1/access-lists", HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/api/v1/accounts", HttpStatusCode.Unauthorized)]
    public async Task A_wrong_type_is_told_to_strangers_where_strangers_may_ask_and_nowhere_else(
        string method,
        string path,
        HttpStatusCode status
    )
    {
        var (application, _) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        using var client = application.Anonymous();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("name=Ada") };

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }
}
