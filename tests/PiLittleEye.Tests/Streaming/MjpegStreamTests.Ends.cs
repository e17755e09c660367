using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PiLittleEye.Frames;
using PiLittleEye.Streaming;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed partial class MjpegStreamTests
{
    [Fact]
    public async Task Signing_out_ends_the_streams_of_that_session_with_a_card()
    {
        var (mine, others) = (camera.Application.OpenSession(), camera.Application.OpenSession());
        await using var viewer = await StreamViewer.OpenAsync(camera.Application, mine);
        await using var other = await StreamViewer.OpenAsync(camera.Application, others);
        await viewer.NextLiveAsync();
        using var client = camera.Application.Client(mine);
        using var answer = await client.DeleteAsync("/api/v1/session", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);

        var last = await viewer.LastAsync();

        Assert.Equal("signed-out", last.State);
        using var card = JpegReader.Decode(last.Jpeg);
        Assert.Equal(new Resolution(320, 240), card.Size);
        Assert.True(await viewer.DrainAsync());
        Assert.Equal("live", (await other.NextLiveAsync()).State);
    }

    [Fact]
    public async Task The_service_stops_within_five_seconds_and_says_so_to_everybody()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        await using var viewer = await StreamViewer.OpenAsync(application, token);
        await using var stalled = await StreamViewer.OpenAsync(application, token, receiveBuffer: 4096);
        await viewer.NextLiveAsync();
        var startedAt = Stopwatch.GetTimestamp();

        var stopping = application.StopAsync();
        var last = await viewer.LastAsync();
        await Limit.On(stopping, "the service stopped");

        Assert.Equal("stopping", last.State);
        Assert.InRange(Stopwatch.GetElapsedTime(startedAt).TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task Who_takes_nothing_is_cut_after_the_bound_and_delays_nobody()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync("--Streaming:StalledSeconds=5");
        await using var itsEnd = application;
        var viewers = application.Services.GetRequiredService<Viewers>();
        await using var good = await StreamViewer.OpenAsync(application, token);
        await using var stalled = await StreamViewer.OpenAsync(application, token, receiveBuffer: 4096);
        await Limit.Until(() => viewers.Count == 2, "both watching");
        var newest = await good.NextLiveAsync();
        var longestGap = TimeSpan.Zero;
        while (viewers.Count == 2)
        {
            var next = await good.NextLiveAsync();
            longestGap = next.CapturedAt - newest.CapturedAt > longestGap ? next.CapturedAt - newest.CapturedAt : longestGap;
            newest = next;
        }

        Assert.Equal("live", (await good.NextLiveAsync()).State);
        Assert.InRange(longestGap.TotalSeconds, 0, 2);
        Assert.Single(application.Log.Lines, line => line.Message.StartsWith("A viewer took nothing for", StringComparison.Ordinal));
        Assert.Equal(1, application.Camera.Hub.StreamCount);
        // It was cut, not closed: what it had not taken is gone.
        Assert.False(await stalled.DrainAsync());
    }

    [Fact]
    public async Task Viewers_that_vanish_in_the_middle_of_anything_leave_no_trace()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        var viewers = application.Services.GetRequiredService<Viewers>();
        await using var good = await StreamViewer.OpenAsync(application, token);
        for (var round = 0; round < 10; round++)
        {
            // Between frames, in the middle of one, and before the first.
            await using var quick = await StreamViewer.OpenAsync(application, token);
            await using var full = await StreamViewer.OpenAsync(application, token, receiveBuffer: 4096);
            await using var young = await RawConnection.OpenAsync(application);
            await young.AskAsync(token, Stream);
            await quick.NextAsync();
            quick.Reset();
            full.Reset();
            young.Reset();
            await good.NextLiveAsync();
        }

        await Limit.Until(() => viewers.Count == 1 && application.Camera.Hub.StreamCount == 1, "all but one counted out");
        Assert.Equal("live", (await good.NextLiveAsync()).State);
        Assert.DoesNotContain(application.Log.Lines, line => line.Level > LogLevel.Warning);
    }

    [Fact]
    public async Task One_viewer_more_than_allowed_is_told_to_come_later()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync("--Streaming:MostViewers=1");
        await using var itsEnd = application;
        using var client = application.Client(token);
        var only = await StreamViewer.OpenAsync(application, token);
        await only.NextAsync();

        using var refused = await client.GetAsync(Stream, TestContext.Current.CancellationToken);
        await refused.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "too-many-viewers");
        Assert.Equal("30", refused.Header("Retry-After"));
        Assert.Equal(1, application.Camera.Hub.StreamCount);

        await only.DisposeAsync();
        await Limit.Until(() => application.Services.GetRequiredService<Viewers>().Count == 0, "room for another");
        await using var another = await StreamViewer.OpenAsync(application, token);
        Assert.NotNull(await another.NextAsync());
    }

    [Fact]
    public async Task Without_a_camera_the_stream_is_a_card_with_the_reason()
    {
        var (application, token) = await PiLittleEyeApplication.StartWithoutCameraAsync();
        await using var itsEnd = application;
        await using var viewer = await StreamViewer.OpenAsync(application, token);
        var part = await viewer.NextAsync();
        Assert.Equal("no-device", part?.State);
        using var card = JpegReader.Decode(part!.Jpeg);
        Assert.Equal(new Resolution(320, 240), card.Size);
        // Drawn anew, so that nobody takes a dead connection for a silent camera.
        Assert.Equal("no-device", (await viewer.NextAsync())?.State);
    }
}
