using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Running;

public sealed class KilledTests : IDisposable
{
    private const string Settings = "/api/v1/cameras/camera/settings";

    private readonly Launch _launch = new() { Source = "libcamera" };

    public KilledTests() =>
        // A stand-in for the camera program of Raspberry Pi OS.
        _launch.Environment["PATH"] = $"{Checkout.File("tests/appliance/stubs")}:{Environment.GetEnvironmentVariable("PATH")}";

    public void Dispose() => _launch.Dispose();

    [Theory]
    [InlineData("KILL", "")]
    [InlineData("TERM", "")]
    // One that writes nothing does not notice that its reader is gone, and one that hangs does not listen either.
    [InlineData("KILL", "hang:1")]
    [InlineData("TERM", "hang:1,ignore-term")]
    public async Task However_it_ends_no_camera_program_is_left_behind(string signal, string fault)
    {
        _launch.Environment["CAMERA_STUB_FAULT"] = fault;
        await using var service = await Appliance.StartAsync(_launch);
        await using var viewer = await RawViewer.OpenAsync(service, await service.ClaimAsync());
        await viewer.ReadAsync(10_000);
        var child = Assert.Single(Children.Of(service.Process.Id));

        await service.Process.SignalAsync(signal);
        await service.Process.EndAsync();
        await Eventually.HoldsAsync(() => !Children.IsAlive(child), "the camera program ends with the service");
    }

    [Fact]
    public async Task What_was_told_to_be_saved_is_there_after_it_was_killed()
    {
        string token;
        await using (var service = await Appliance.StartAsync(_launch))
        {
            token = await service.ClaimAsync();
            using var answer = await service
                .Client(token)
                .PutAsJsonAsync(Settings, new { rotation = 270, quality = 55 }, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            await service.Process.KillAsync();
        }

        await using var again = await Appliance.StartAsync(_launch);
        var settings = await again.Client(token).GetFromJsonAsync<JsonElement>(Settings, TestContext.Current.CancellationToken);
        Assert.Equal(270, settings.GetProperty("rotation").GetInt32());
        Assert.Equal(55, settings.GetProperty("quality").GetInt32());
        Assert.NotEqual(token, await again.SignInAsync());
        await again.Process.SignalAsync("TERM");
        Assert.DoesNotContain("Set-up code", (await again.Process.EndAsync()).AssertWell(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_changes_it_has_the_last_one_it_acknowledged()
    {
        await using var service = await Appliance.StartAsync(_launch);
        var token = await service.ClaimAsync();
        var client = service.Client(token);
        var acknowledged = 0;
        var changes = ChangeAsync(client, quality => Volatile.Write(ref acknowledged, quality));
        await Eventually.HoldsAsync(() => Volatile.Read(ref acknowledged) >= 15, "some changes are saved");
        await service.Process.KillAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => changes);

        await using var again = await Appliance.StartAsync(_launch);
        var settings = await again.Client(token).GetFromJsonAsync<JsonElement>(Settings, TestContext.Current.CancellationToken);
        // The one under way may be saved and not yet acknowledged.
        Assert.InRange(settings.GetProperty("quality").GetInt32(), acknowledged, acknowledged + 1);
    }

    private static async Task ChangeAsync(HttpClient client, Action<int> acknowledged)
    {
        for (var quality = 10; quality <= 95; quality++)
        {
            using var answer = await client.PutAsJsonAsync(Settings, new { quality }, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            acknowledged(quality);
        }
    }
}
