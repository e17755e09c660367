using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class SessionAuthenticationHandlerTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    [Theory]
    [InlineData("Bearer {token}")]
    [InlineData("bearer   {token} ")]
    [InlineData("Basic {base64}")]
    [InlineData("BASIC {base64}")]
    public async Task Programs_that_keep_no_cookies_may_send_the_token_in_a_header(string form)
    {
        var token = camera.Application.OpenSession();
        using var answer = await AskAsync(Fill(form, token));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer {token}x")]
    [InlineData("{token}")]
    [InlineData("Basic {token}")]
    [InlineData("Basic ====")]
    [InlineData("Basic Og==")]
    [InlineData("Basic gICA")]
    [InlineData("Digest username=\"x\"")]
    public async Task Anything_else_in_that_header_opens_nothing(string form)
    {
        var token = camera.Application.OpenSession();
        using var answer = await AskAsync(Fill(form, token));
        await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_credential_of_any_length_is_refused_and_not_an_error()
    {
        foreach (var length in new[] { 200, 256, 257, 1000, 12_000 })
        {
            var letters = new string('A', length);
            using var bearer = await AskAsync($"Bearer {letters}");
            using var basic = await AskAsync($"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"x:{letters}"))}");
            using var client = camera.Application.Client(letters);
            using var cookie = await client.GetAsync("/api/v1/cameras", TestContext.Current.CancellationToken);
            Assert.All([bearer, basic, cookie], answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_player_is_asked_for_a_password_and_a_browser_is_not()
    {
        using var player = await camera.Anonymous.GetAsync("/stream", TestContext.Current.CancellationToken);
        Assert.Equal("Basic", Assert.Single(player.Headers.WwwAuthenticate).Scheme);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/stream");
        request.Headers.Add("Sec-Fetch-Mode", "cors");
        using var browser = await camera.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Empty(browser.Headers.WwwAuthenticate);
        await browser.AssertProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Fact]
    public async Task A_token_in_the_address_opens_nothing()
    {
        var token = camera.Application.OpenSession();
        using var answer = await camera.Anonymous.GetAsync(
            $"/api/v1/cameras?token={token}&key={token}",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task No_token_is_ever_logged()
    {
        var token = camera.Application.OpenSession();
        using var answer = await AskAsync($"Bearer {token}");
        using var client = camera.Application.Client(token);
        using var other = await client.DeleteAsync("/api/v1/session", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(camera.Application.Log.Lines, line => line.Message.Contains(token, StringComparison.Ordinal));
    }

    private static string Fill(string form, string token) =>
        form.Replace("{token}", token, StringComparison.Ordinal)
            .Replace("{base64}", Convert.ToBase64String(Encoding.ASCII.GetBytes($"anybody:{token}")), StringComparison.Ordinal);

    private async Task<HttpResponseMessage> AskAsync(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/cameras");
        request.Headers.TryAddWithoutValidation(nameof(HttpRequestHeaders.Authorization), header);
        return await camera.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
