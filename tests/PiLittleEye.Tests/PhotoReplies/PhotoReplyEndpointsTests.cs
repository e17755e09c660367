using System.Net;
using System.Net.Http.Json;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.PhotoReplies;

public sealed class PhotoReplyEndpointsTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    private const string Path = "/api/v1/photo-replies";

    [Fact]
    public async Task What_is_set_is_in_force_and_shown()
    {
        using var changed = await ChangeAsync(
            new
            {
                isOn = true,
                authservId = " mx.google.com ",
                codeSeconds = 90,
                subject = "Print",
            }
        );
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var shown = await camera.SignedIn.GetAsync(Path, TestContext.Current.CancellationToken);
        var settings = await shown.JsonAsync();
        Assert.True(settings.GetProperty("isOn").GetBoolean());
        Assert.Equal("mx.google.com", settings.GetProperty("authservId").GetString());
        Assert.Equal(90, settings.GetProperty("codeSeconds").GetInt32());
        Assert.Equal("Print", settings.GetProperty("subject").GetString());
        // What was not named is as it was.
        Assert.True(settings.GetProperty("needsAuthentication").GetBoolean());
        Assert.Equal(6, settings.GetProperty("perSenderPerHour").GetInt32());
        Assert.Equal(30, settings.GetProperty("perHour").GetInt32());
        Assert.Equal(0, settings.GetProperty("counters").GetProperty("answered").GetInt64());
    }

    [Fact]
    public async Task Believing_everybody_is_an_alert()
    {
        using var changed = await ChangeAsync(new { needsAuthentication = false });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var log = await camera.SignedIn.GetStringAsync("/api/v1/log?alerts=true", TestContext.Current.CancellationToken);
        Assert.Contains("photo-replies-changed", log, StringComparison.Ordinal);
        using var back = await ChangeAsync(new { needsAuthentication = true });
    }

    [Theory]
    [InlineData("codeSeconds", 59)]
    [InlineData("codeSeconds", 301)]
    [InlineData("perSenderPerHour", 0)]
    [InlineData("perHour", 201)]
    [InlineData("subject", "")]
    [InlineData("subject", "a\r\nBcc: x@example.com")]
    [InlineData("authservId", "mx google com")]
    public async Task What_is_wrong_is_named(string name, object value)
    {
        using var answer = await ChangeAsync(new Dictionary<string, object>(StringComparer.Ordinal) { [name] = value });
        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
        Assert.True((await answer.JsonAsync()).GetProperty("errors").TryGetProperty(name, out _));
    }

    [Fact]
    public async Task There_are_no_decisions_before_there_were_mails()
    {
        using var answer = await camera.SignedIn.GetAsync($"{Path}/decisions", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await answer.JsonAsync()).GetArrayLength());
    }

    private Task<HttpResponseMessage> ChangeAsync(object change) =>
        camera.SignedIn.PutAsJsonAsync(Path, change, TestContext.Current.CancellationToken);
}
