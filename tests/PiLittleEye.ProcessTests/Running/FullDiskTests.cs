using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Running;

public sealed class FullDiskTests
{
    private const string Settings = "/api/v1/cameras/camera/settings";

    [Fact]
    public async Task A_disk_that_fills_up_costs_a_change_and_nothing_else()
    {
        using var disk = FullDisk.Mount();
        using var launch = new Launch { StateDirectory = disk.Path };
        await using var service = await Appliance.StartAsync(launch);
        var client = service.Client(await service.ClaimAsync());
        using (var before = await PutAsync(client, 60))
        {
            Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        }

        disk.Fill();
        using var refused = await PutAsync(client, 70);
        var words = await refused.AssertProblemAsync(HttpStatusCode.InsufficientStorage, "storage-unavailable");
        Assert.Contains("Free some space", words, StringComparison.Ordinal);
        Assert.Equal(60, await QualityAsync(client));
        using (var photo = await client.GetAsync("/snapshot", TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.OK, photo.StatusCode);
        }

        // Who signs in now gets no session, and is told why.
        using (
            var noSession = await service
                .Client()
                .PostAsJsonAsync(
                    "/api/v1/session",
                    new { name = Appliance.Administrator, password = Appliance.Password },
                    TestContext.Current.CancellationToken
                )
        )
        {
            await noSession.AssertProblemAsync(HttpStatusCode.InsufficientStorage, "storage-unavailable");
        }

        disk.Free();
        using (var after = await PutAsync(client, 80))
        {
            Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        }

        Assert.Equal(80, await QualityAsync(client));
        await service.Process.SignalAsync("TERM");
        (await service.Process.EndAsync()).AssertWell();
    }

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, int quality) =>
        client.PutAsJsonAsync(Settings, new { quality }, TestContext.Current.CancellationToken);

    private static async Task<int> QualityAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>(Settings, TestContext.Current.CancellationToken)).GetProperty("quality").GetInt32();
}
