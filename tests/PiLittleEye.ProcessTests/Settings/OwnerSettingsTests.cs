using System.Net;
using System.Text;
using System.Text.Json;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Settings;

public sealed class OwnerSettingsTests(ClaimedAppliance camera)
{
    private const string Settings = "/api/v1/cameras/camera/settings";

    [Theory]
    [InlineData("""{"rotation":45}""", "rotation", "rotation is 45; use 0, 90, 180 or 270.")]
    [InlineData("""{"width":1281,"height":720}""", "width", "The size is 1281x720; use even numbers from 64 to")]
    [InlineData("""{"width":16,"height":16}""", "width", "The size is 16x16; use even numbers from 64 to")]
    [InlineData("""{"width":0,"height":-2}""", "width", "The size is 0x-2; use even numbers from 64 to")]
    [InlineData("""{"width":100000,"height":100000}""", "width", "The size is 100000x100000; use even numbers from 64 to")]
    [InlineData("""{"framesPerSecond":0}""", "framesPerSecond", "framesPerSecond is 0; use 1 to 120.")]
    [InlineData("""{"quality":101}""", "quality", "quality is 101; use 10 to 95.")]
    public async Task A_wrong_value_is_refused_with_its_name_and_a_remedy_and_changes_nothing(string json, string name, string sentence)
    {
        var before = await camera.SignedIn.GetStringAsync(Settings, TestContext.Current.CancellationToken);
        using var answer = await PutAsync(json);
        Assert.StartsWith(sentence, await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings"), StringComparison.Ordinal);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(name, Assert.Single(problem.RootElement.GetProperty("errors").EnumerateObject()).Name);
        Assert.Equal(before, await camera.SignedIn.GetStringAsync(Settings, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"rotation":"round"}""", "Look at rotation")]
    [InlineData("""{"rotate":90}""", "Look at rotate")]
    [InlineData("""{"rotation":90""", "not complete JSON")]
    public async Task What_is_no_settings_at_all_is_refused_as_such(string json, string part)
    {
        using var answer = await PutAsync(json);
        Assert.Contains(part, await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-json"), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PutAsync(string json) =>
        camera.SignedIn.PutAsync(
            Settings,
            new StringContent(json, Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken
        );
}
