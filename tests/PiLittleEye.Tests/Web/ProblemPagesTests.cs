using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Web;

public sealed partial class ProblemPagesTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    private const string Settings = "/api/v1/cameras/camera/settings";

    [Fact]
    public async Task An_address_that_there_is_not_is_said_to_be_none()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/api/v1/nothing");
        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_know_is_told_with_those_it_knows()
    {
        using var answer = await SendAsync(HttpMethod.Post, "/api/v1/photo.jpg", "{}");
        await answer.AssertProblemAsync(HttpStatusCode.MethodNotAllowed, "wrong-method");
        Assert.Equal("GET, HEAD", answer.Header("Allow"));
    }

    [Theory]
    [InlineData("Content-Length: 65537\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n10001\r\n{filler}\r\n0\r\n\r\n")]
    public async Task A_body_of_more_than_64_KB_is_refused(string rest)
    {
        await using var connection = await RawConnection.OpenAsync(camera.Application);
        await connection.SendAsync(
            $"PUT {Settings} HTTP/1.1\r\nHost: camera\r\nAuthorization: Bearer {camera.Application.OpenSession()}\r\n"
                + "Content-Type: application/json\r\n"
                + rest.Replace("{filler}", new string(' ', 0x10001), StringComparison.Ordinal)
        );
        var head = await connection.ReadHeadAsync();
        Assert.StartsWith("HTTP/1.1 413 ", head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/problem+json\r\n", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_another_kind_is_refused()
    {
        using var answer = await SendAsync(HttpMethod.Put, Settings, "rotation=90", "application/x-www-form-urlencoded");
        await answer.AssertProblemAsync(HttpStatusCode.UnsupportedMediaType, "wrong-content-type");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("17")]
    [InlineData("\u0001")]
    public async Task JSON_that_is_none_of_ours_is_refused_in_words(string body)
    {
        using var answer = await SendAsync(HttpMethod.Put, Settings, body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/api/v1/session", "POST")]
    [InlineData("/api/v1/claim", "POST")]
    [InlineData(Settings, "PUT")]
    public void Whatever_is_sent_nothing_breaks(string path, string method)
    {
        var words = Gen.Elements(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "name",
            "password",
            "setupCode",
            "rotation",
            "90",
            "-1",
            "1e999",
            "null",
            "true",
            "stamp",
            "corner",
            "format",
            "\\u0000",
            "\\ud800",
            "\ud83d\ude00",
            "é",
            "\0",
            " ",
            "\"rotation\":",
            "\"stamp\":{",
            "\"width\":",
            "9999999999"
        );
        var bodies = Gen.OneOf(words.ArrayOf().Select(string.Concat), words.ArrayOf().Select(text => $"{{{string.Concat(text)}}}"));
        Prop.ForAll(
                bodies.ToArbitrary(),
                body =>
                {
                    using var answer = camera.SignedIn.Send(Request(new HttpMethod(method), path, body, "application/json"));
                    return (int)answer.StatusCode is >= 200 and < 500;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));
        Assert.DoesNotContain(camera.Application.Log.Lines, line => line.Level >= LogLevel.Error);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string type = "application/json")
    {
        using var request = Request(method, path, body, type);
        return await camera.SignedIn.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? body, string type) =>
        new(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type) };
}
