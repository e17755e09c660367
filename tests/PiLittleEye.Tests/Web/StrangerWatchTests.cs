using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Audit;
using PiLittleEye.Tests.Support;
using PiLittleEye.Web;

namespace PiLittleEye.Tests.Web;

public sealed class StrangerWatchTests : IAsyncLifetime
{
    private PiLittleEyeApplication _application = null!;

    public async ValueTask InitializeAsync() => (_application, _) = await PiLittleEyeApplication.StartClaimedAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_robot_is_told_to_go_away_and_raises_one_alert()
    {
        for (var visit = 0; visit < 3; visit++)
        {
            Assert.Contains(
                "Disallow: /",
                await _application.Anonymous().GetStringAsync("/robots.txt", TestContext.Current.CancellationToken)
            );
        }

        Assert.Equal("robot-seen", Assert.Single(await AlertsAsync()).Entry.Kind);
    }

    [Theory]
    [InlineData("/.env", 1)]
    [InlineData("/blog/wp-login.php", 1)]
    [InlineData("/nothing", StrangerWatch.ManyUnknown)]
    public async Task A_scanner_raises_one_alert_and_one_row_and_not_a_row_for_each_try(string path, int tries)
    {
        for (var count = 0; count < tries + 30; count++)
        {
            using var answer = await _application.Anonymous().GetAsync($"{path}?{count}", TestContext.Current.CancellationToken);
        }

        Assert.Equal("scanner-seen", Assert.Single(await AlertsAsync()).Entry.Kind);
        var row = Assert.Single(Rows(), row => row.Entry.Kind == "unknown-path");
        Assert.EndsWith($"This happened {tries + 30} times.", row.Entry.Text, StringComparison.Ordinal);
        Assert.Equal(AddressClass.ThisMachine, row.Entry.From);
    }

    [Fact]
    public async Task A_few_addresses_that_there_are_not_are_no_alert()
    {
        for (var count = 0; count < StrangerWatch.ManyUnknown - 1; count++)
        {
            using var answer = await _application.Anonymous().GetAsync("/favicon.ico", TestContext.Current.CancellationToken);
        }

        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_counted_and_the_pages_own_question_is_not()
    {
        var stranger = _application.Anonymous();
        for (var count = 0; count < 5; count++)
        {
            using var asked = await stranger.GetAsync("/api/v1/cameras", TestContext.Current.CancellationToken);
            using var own = await stranger.GetAsync("/api/v1/session", TestContext.Current.CancellationToken);
        }

        Assert.Empty(await AlertsAsync());
        Assert.EndsWith(
            "This happened 5 times.",
            Assert.Single(Rows(), row => row.Entry.Kind == "not-signed-in").Entry.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_is_signed_in_may_mistype_an_address()
    {
        using var answer = await _application.SignedIn().GetAsync("/wp-login.php", TestContext.Current.CancellationToken);
        Assert.Empty(await AlertsAsync());
    }

    [Fact]
    public async Task What_people_do_with_a_camera_stands_in_the_log()
    {
        var ada = _application.SignedIn();
        using var changed = await ada.PutAsJsonAsync(
            "/api/v1/cameras/camera/settings",
            new { rotation = 180 },
            TestContext.Current.CancellationToken
        );
        using (await ada.GetAsync("/api/v1/video/mjpeg", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        using (await ada.GetAsync("/api/v1/photo.jpg", TestContext.Current.CancellationToken))
        using (await ada.GetAsync("/api/v1/photo.jpg", TestContext.Current.CancellationToken)) { }

        await Limit.Until(() => Rows().Any(row => row.Entry.Kind == "stream-ended"), "the end of the stream in the log");
        _ = await AlertsAsync();
        string[] kinds = ["settings-changed", "stream-opened", "stream-ended", "photo-taken"];
        Assert.All(
            kinds,
            kind =>
                Assert.Equal(
                    (PiLittleEyeApplication.Administrator, "127.0.0.1", "camera"),
                    (Rows().Single(row => row.Entry.Kind == kind).Entry is var entry ? (entry.Who, entry.From, entry.Camera) : default)
                )
        );
        Assert.Contains(Rows(), row => row.Entry.Text == "Camera: rotation from 0 to 180.");
        Assert.Contains(Rows(), row => row.Entry.Text == "A photo was taken. This happened 2 times.");
    }

    private IReadOnlyList<AuditRow> Rows() => _application.Services.GetRequiredService<AuditStore>().After(0, 1000);

    private async Task<IReadOnlyList<AuditRow>> AlertsAsync()
    {
        _application.Services.GetRequiredService<AuditTally>().Flush();
        await _application.Services.GetRequiredService<AuditLog>().SaveAsync(new AuditEntry("test-done", "All before is written."));
        return [.. Rows().Where(row => row.Entry.IsAlert)];
    }
}
