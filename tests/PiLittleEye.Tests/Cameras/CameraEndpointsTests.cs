using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PiLittleEye.Cameras;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Cameras;

public sealed class CameraEndpointsTests(TwoCameras cameras) : IClassFixture<TwoCameras>
{
    [Fact]
    public async Task The_list_has_the_cameras_in_the_order_of_the_settings()
    {
        var list = await GetAsync("/api/v1/cameras");
        Assert.Equal(["front", "back"], list.EnumerateArray().Select(camera => camera.GetProperty("id").GetString()));
        Assert.All(list.EnumerateArray(), camera => Assert.Equal("test-pattern", camera.GetProperty("source").GetString()));
    }

    [Fact]
    public async Task The_status_tells_what_is_in_force_while_somebody_looks()
    {
        await using var viewer = await StreamViewer.OpenAsync(
            cameras.Application,
            cameras.Application.OpenSession(),
            "/api/v1/cameras/back/video/mjpeg"
        );
        await viewer.NextLiveAsync();
        var status = await GetAsync("/api/v1/cameras/back/status");
        Assert.Equal("live", status.GetProperty("state").GetString());
        Assert.Equal(JsonValueKind.Null, status.GetProperty("reason").ValueKind);
        Assert.Equal((1, 480, 240), (Number(status, "viewers"), Number(status, "width"), Number(status, "height")));
        Assert.InRange(Number(status, "encodes"), 1, int.MaxValue);
    }

    [Fact]
    public async Task A_change_says_only_what_changes_and_is_answered_with_what_holds()
    {
        using var answer = await PutAsync("front", """{"rotation":180,"stamp":{"corner":"bottom-right"}}""");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var settings = await GetAsync("/api/v1/cameras/front/settings");
        Assert.Equal((180, 320), (Number(settings, "rotation"), Number(settings, "width")));
        Assert.Equal("bottom-right", settings.GetProperty("stamp").GetProperty("corner").GetString());
        Assert.Equal(0, Number(await GetAsync("/api/v1/cameras/back/settings"), "rotation"));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once_and_nothing_changes()
    {
        var before = cameras.Application.Camera.Settings.Current;
        using var answer = await PutAsync("front", """{"rotation":45,"quality":5,"width":641,"flipVertical":true}""");
        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(["quality", "rotation", "width"], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order());
        Assert.Equal(before with { Rotation = 0 }, cameras.Application.Camera.Settings.Current with { Rotation = 0 });
    }

    [Fact]
    public async Task The_modes_are_those_of_the_device()
    {
        var modes = await GetAsync("/api/v1/cameras/back/modes");
        Assert.True(modes.GetProperty("anySize").GetBoolean());
        Assert.Equal(1920, Number(modes.GetProperty("sizes")[0], "width"));
    }

    [Fact]
    public async Task A_camera_that_is_missing_says_why_wherever_it_is_asked()
    {
        var (application, token) = await PiLittleEyeApplication.StartWithoutCameraAsync();
        await using var itsEnd = application;
        await Limit.Until(() => application.Camera.Status.State == CameraState.Unavailable, "the camera asked");
        using var client = application.Client(token);
        using var modes = await client.GetAsync("/api/v1/cameras/camera/modes", TestContext.Current.CancellationToken);
        await modes.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "no-device");
        var status = await client.GetFromJsonAsync<JsonElement>("/api/v1/cameras/camera/status", TestContext.Current.CancellationToken);
        Assert.Equal(("unavailable", "no-device"), (status.GetProperty("state").GetString(), status.GetProperty("reason").GetString()));
        Assert.NotEmpty(status.GetProperty("remedy").GetString()!);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("settings")]
    [InlineData("modes")]
    public async Task A_camera_that_there_is_not_is_said_to_be_none(string what)
    {
        using var answer = await cameras.SignedIn.GetAsync($"/api/v1/cameras/side/{what}", TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-camera");
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private Task<JsonElement> GetAsync(string path) =>
        cameras.SignedIn.GetFromJsonAsync<JsonElement>(path, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> PutAsync(string camera, string body) =>
        cameras.SignedIn.PutAsync(
            $"/api/v1/cameras/{camera}/settings",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken
        );
}
