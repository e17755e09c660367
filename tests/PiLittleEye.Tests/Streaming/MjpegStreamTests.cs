using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PiLittleEye.Frames;
using PiLittleEye.Streaming;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed partial class MjpegStreamTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    private const string Stream = "/api/v1/video/mjpeg";

    [Fact]
    public async Task The_answer_is_a_stream_that_nobody_may_keep_and_no_proxy_may_hold_back()
    {
        await using var viewer = await WatchAsync();
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", viewer.Head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: multipart/x-mixed-replace;boundary=frame\r\n", viewer.Head, StringComparison.Ordinal);
        Assert.Contains("\r\nCache-Control: no-store, no-cache, must-revalidate, private\r\n", viewer.Head, StringComparison.Ordinal);
        Assert.Contains("\r\nX-Accel-Buffering: no\r\n", viewer.Head, StringComparison.Ordinal);
        Assert.Contains("\r\nConnection: close\r\n", viewer.Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("1.0")]
    public async Task Every_part_is_one_whole_picture_with_its_length_and_its_moment(string version)
    {
        await using var viewer = await WatchAsync(version: version);
        var parts = new List<StreamPart>();
        for (var i = 0; i < 4; i++)
        {
            parts.Add(await viewer.NextLiveAsync());
        }

        Assert.All(
            parts,
            part =>
            {
                Assert.Equal("image/jpeg", part.Headers["Content-Type"]);
                Assert.Equal([0xFF, 0xD8], part.Jpeg[..2]);
                Assert.Equal([0xFF, 0xD9], part.Jpeg[^2..]);
                using var picture = JpegReader.Decode(part.Jpeg);
                Assert.Equal(new Resolution(320, 240), picture.Size);
                var timestamp = decimal.Parse(part.Headers["X-Timestamp"], CultureInfo.InvariantCulture);
                Assert.Equal(part.CapturedAt.ToUnixTimeMilliseconds(), (long)(timestamp * 1000));
            }
        );
        var moments = parts.ConvertAll(part => part.CapturedAt);
        Assert.Equal(moments.Distinct().Order(), moments);
    }

    [Fact]
    public async Task The_rate_can_be_limited()
    {
        await using var viewer = await WatchAsync($"{Stream}?fps=5");
        var first = await viewer.NextLiveAsync();
        for (var i = 0; i < 4; i++)
        {
            await viewer.NextLiveAsync();
        }

        var last = await viewer.NextLiveAsync();

        // One frame may be late, and the next then comes when it would have come anyway.
        Assert.InRange((last.CapturedAt - first.CapturedAt).TotalSeconds, 0.8, 20);
    }

    [Theory]
    [InlineData("fps=0")]
    [InlineData("fps=-5")]
    [InlineData("fps=fast")]
    [InlineData("fps=")]
    [InlineData("fps=5&fps=6")]
    [InlineData("fps=NaN")]
    public async Task A_rate_that_is_none_is_refused(string query)
    {
        using var answer = await camera.SignedIn.GetAsync($"{Stream}?{query}", TestContext.Current.CancellationToken);
        var detail = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-rate");
        Assert.EndsWith("use a number from 0.1 on.", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"{Stream}?_=1700000000&action=snapshot&max_age=x&key=%00&fps[]=9")]
    [InlineData("/stream?extra_headers=1&advance_headers=1")]
    [InlineData("/webcam/?action=stream&bypassCache=0.5")]
    [InlineData("/?action=stream_0")]
    public async Task Keys_of_other_programs_are_left_alone(string path)
    {
        await using var viewer = await WatchAsync(path);
        Assert.Equal("live", (await viewer.NextLiveAsync()).State);
    }

    [Fact]
    public async Task Whoever_asks_only_for_the_headers_gets_them_and_is_no_viewer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Stream);
        using var answer = await camera.SignedIn.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("multipart/x-mixed-replace; boundary=frame", answer.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_viewer_is_counted_while_it_looks()
    {
        var (application, token) = await PiLittleEyeApplication.StartClaimedAsync();
        await using var itsEnd = application;
        var viewers = application.Services.GetRequiredService<Viewers>();
        var viewer = await StreamViewer.OpenAsync(application, token);
        await viewer.NextAsync();
        Assert.Equal((1, 1), (viewers.Count, application.Camera.Hub.StreamCount));

        viewer.Reset();
        await viewer.DisposeAsync();

        await Limit.Until(() => viewers.Count == 0 && application.Camera.Hub.StreamCount == 0, "the viewer counted out");
        Assert.DoesNotContain(application.Log.Lines, line => line.Level > LogLevel.Warning);
    }

    private Task<StreamViewer> WatchAsync(string path = Stream, string version = "1.1") =>
        StreamViewer.OpenAsync(camera.Application, camera.Application.OpenSession(), path, version);
}
