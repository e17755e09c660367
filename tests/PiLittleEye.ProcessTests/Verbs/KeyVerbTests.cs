using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Verbs;

public sealed class KeyVerbTests : IDisposable
{
    private readonly Launch _launch = new();

    public void Dispose() => _launch.Dispose();

    [Fact]
    public async Task A_key_made_beside_the_running_service_opens_it_at_once_and_ends_with_its_streams()
    {
        await using var service = await Appliance.StartAsync(_launch);
        await service.ClaimAsync();
        var (key, secret) = await service.MakeKeyAsync();
        using var client = service.Client();
        using var answer = await client.GetAsync(
            $"/stream?appkey={key}&secret={secret}",
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.True(await stream.ReadAsync(new byte[1000], TestContext.Current.CancellationToken) > 0);
        // All the time: whoever takes nothing is cut off before the farewell.
        var watching = stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        using var list = JsonDocument.Parse((await RunAsync("key", "list", "--json")).AssertWell());
        var listed = Assert.Single(list.RootElement.EnumerateArray());
        Assert.Equal("some program", listed.GetProperty("name").GetString());
        Assert.Equal(key[..6], listed.GetProperty("prefix").GetString());
        Assert.Equal(Appliance.Administrator, listed.GetProperty("createdBy").GetString());
        Assert.Equal("127.0.0.1", listed.GetProperty("usedFrom").GetString());

        var revoked = (
            await RunAsync("key", "revoke", listed.GetProperty("id").GetInt64().ToString(CultureInfo.InvariantCulture))
        ).AssertWell();
        Assert.Equal($"The key \"some program\" ({key[..6]}…) is revoked.\n", revoked);
        var since = Stopwatch.GetTimestamp();
        await Limit.On(watching, "the stream ends");
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        using var after = await client.GetAsync($"/snapshot?appkey={key}&secret={secret}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_listed_never()
    {
        await ClaimAsync();
        var added = (await RunAsync("key", "add", "slicer", "--camera", "camera", "--rights", "photo", "--days", "7")).AssertWell();
        var secret = added.Split('\n').Single(line => line.StartsWith("Secret: ", StringComparison.Ordinal))["Secret: ".Length..].Trim();
        Assert.Equal(32, secret.Length);
        var list = (await RunAsync("key", "list")).AssertWell();
        Assert.Matches($@"(?m)^ +1  \w{{6}}…  slicer  \(camera: photo\)  until \S+ \S+  never used  by {Appliance.Administrator}$", list);
        Assert.DoesNotContain(secret, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_is_said_in_one_sentence()
    {
        (await RunAsync("key", "add", "slicer")).AssertOneMessage(Outcome.Failed, "Nobody has claimed this camera", "Open its page first.");
        await ClaimAsync();
        (await RunAsync("key", "add", "slicer", "--rights", "everything")).AssertOneMessage(
            Outcome.Failed,
            "watch, photo, settings, control"
        );
        (await RunAsync("key", "add", "slicer", "--camera", "attic")).AssertOneMessage(Outcome.Failed, "One of the cameras does not exist");
        (await RunAsync("key", "add", "slicer", "--days", "0")).AssertOneMessage(Outcome.Failed, "Name a moment in the future");
        (await RunAsync("key", "add", "slicer", "--account", "nobody")).AssertOneMessage(Outcome.Failed, "There is no account \"nobody\"");
        (await RunAsync("key", "revoke", "7")).AssertOneMessage(Outcome.Failed, "There is no key 7.", "key list");
        Assert.Equal("There are no keys. pi-little-eye key add NAME makes one.\n", (await RunAsync("key", "list")).AssertWell());
        Assert.Equal("[]\n", (await RunAsync("key", "list", "--json")).AssertWell());
    }

    private async Task ClaimAsync()
    {
        await using var service = await Appliance.StartAsync(_launch);
        await service.ClaimAsync();
    }

    private Task<Outcome> RunAsync(params string[] words) => _launch.RunAsync(words);
}
