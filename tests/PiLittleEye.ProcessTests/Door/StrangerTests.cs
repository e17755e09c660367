using System.Net;
using System.Net.Http.Json;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Door;

/// <summary>What somebody without an account gets to see: the way in, and nothing else.</summary>
public sealed class StrangerTests(ClaimedAppliance camera)
{
    private static readonly string s_page = Checkout.File("src/PiLittleEye/wwwroot");

    public static TheoryData<string> Assets =>
        [.. Directory.EnumerateFiles(s_page, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(s_page, file))];

    [Theory]
    [InlineData("GET /api/v1/session")]
    [InlineData("DELETE /api/v1/session")]
    [InlineData("GET /api/v1/cameras")]
    [InlineData("GET /api/v1/cameras/camera/status")]
    [InlineData("GET /api/v1/cameras/camera/settings")]
    [InlineData("PUT /api/v1/cameras/camera/settings")]
    [InlineData("GET /api/v1/cameras/camera/modes")]
    [InlineData("GET /api/v1/cameras/camera/video/mjpeg")]
    [InlineData("GET /api/v1/cameras/camera/photo.jpg")]
    [InlineData("GET /api/v1/cameras/no-such-camera/photo.jpg")]
    [InlineData("GET /api/v1/video/mjpeg")]
    [InlineData("HEAD /api/v1/video/mjpeg")]
    [InlineData("GET /api/v1/photo.jpg")]
    [InlineData("GET /?action=stream")]
    [InlineData("GET /?action=snapshot")]
    [InlineData("GET /stream")]
    [InlineData("GET /snapshot")]
    [InlineData("GET /snapshot.jpg")]
    [InlineData("GET /webcam/?action=stream")]
    [InlineData("GET /webcam/?action=snapshot")]
    [InlineData("GET /api/v1/cameras/snap")]
    [InlineData("GET /api/frame.jpeg")]
    [InlineData("GET /cam_1.jpg")]
    [InlineData("GET /no/such/page")]
    [InlineData("GET /js/../settings.json")]
    [InlineData("GET /js/%2e%2e/%2e%2e/settings.json")]
    [InlineData("OPTIONS /api/v1/cameras")]
    public async Task Everything_else_is_401(string what)
    {
        var (method, path) = (new HttpMethod(what.Split(' ')[0]), what.Split(' ')[1]);
        using var request = new HttpRequestMessage(method, path);
        if (method == HttpMethod.Put)
        {
            request.Content = JsonContent.Create(new { rotation = 90 });
        }

        using var client = camera.Appliance.Client();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        if (method != HttpMethod.Head)
        {
            await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
        }
    }

    [Theory]
    [MemberData(nameof(Assets))]
    public async Task The_page_and_its_parts_are_there(string asset)
    {
        using var client = camera.Appliance.Client();
        using var answer = await client.GetAsync($"/{asset}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(s_page, asset), TestContext.Current.CancellationToken),
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task Health_is_a_code_without_a_word(string path)
    {
        using var client = camera.Appliance.Client();
        await Eventually.HoldsAsync(
            async () =>
            {
                using var early = await client.GetAsync(path, TestContext.Current.CancellationToken);
                return early.StatusCode == HttpStatusCode.OK;
            },
            "the camera has been looked at"
        );
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Empty(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
