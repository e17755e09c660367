using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Health;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Web;

public sealed class HealthEndpointsTests
{
    [Fact]
    public async Task A_camera_that_could_deliver_is_alive_and_ready_and_says_no_more()
    {
        await using var application = await PiLittleEyeApplication.StartAsync();
        var client = application.Anonymous();
        await Limit.Until(() => application.Camera.Status.Description is not null, "the camera asked what it is");
        foreach (var path in new[] { "/healthz", "/readyz" })
        {
            using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(string.Empty, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_camera_that_is_missing_is_alive_and_not_ready()
    {
        var (application, _) = await PiLittleEyeApplication.StartWithoutCameraAsync();
        await using var itsEnd = application;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(application, "/healthz"));
        var said = await SaidAsync(application, "/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, said.Status);
        Assert.DoesNotContain("video", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_hangs_is_not_alive_and_strangers_do_not_learn_which()
    {
        await using var application = await PiLittleEyeApplication.StartAsync();
        var heartbeat = application.Services.GetRequiredService<Heartbeats>().Add("secret worker", TimeSpan.FromTicks(1));
        await Limit.Until(() => !heartbeat.IsAlive, "it hangs");
        var said = await SaidAsync(application, "/healthz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, said.Status);
        Assert.DoesNotContain("secret", said.Text, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(PiLittleEyeApplication application, string path) =>
        (await SaidAsync(application, path)).Status;

    private static async Task<(HttpStatusCode Status, string Text)> SaidAsync(PiLittleEyeApplication application, string path)
    {
        using var answer = await application.Anonymous().GetAsync(path, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
