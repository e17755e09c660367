using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using PiLittleEye.Frames;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed class PhotoAnswerTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    private const string Photo = "/api/v1/photo.jpg";

    [Fact]
    public async Task A_photo_says_what_it_is_how_old_it_is_and_when_it_was_taken()
    {
        using var answer = await GetAsync(Photo);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString());
        var jpeg = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(jpeg.Length, answer.Content.Headers.ContentLength);
        using var picture = JpegReader.Decode(jpeg);
        Assert.Equal(new Resolution(320, 240), picture.Size);
        Assert.InRange(answer.Headers.Age!.Value.TotalSeconds, 0, 1);
        Assert.Equal(answer.Content.Headers.LastModified, DropBelowSecond(CapturedAt(answer)));
        Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
        Assert.False(answer.Headers.ETag!.IsWeak);
    }

    [Fact]
    public async Task The_same_picture_is_not_sent_twice()
    {
        using var first = await GetAsync(Photo);
        using var again = await GetAsync($"{Photo}?max_age=3600", first.Headers.ETag);

        // The camera runs on: either it is the same one still, which is not sent, or another, which is.
        Assert.Equal(again.Headers.ETag!.Equals(first.Headers.ETag), again.StatusCode == HttpStatusCode.NotModified);
        if (again.StatusCode == HttpStatusCode.NotModified)
        {
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.NotNull(again.Headers.Age);
            Assert.Equal(CapturedAt(first), CapturedAt(again));
        }
    }

    [Fact]
    public async Task Fresh_is_never_older_than_the_request()
    {
        using var warm = await GetAsync(Photo);
        for (var i = 0; i < 5; i++)
        {
            var asked = TimeProvider.System.GetUtcNow();
            using var answer = await GetAsync($"{Photo}?fresh");
            // The header leaves out what is below a millisecond.
            Assert.True(CapturedAt(answer) >= asked - TimeSpan.FromMilliseconds(1));
        }
    }

    [Fact]
    public async Task Whoever_asks_only_for_the_headers_gets_those_of_the_photo()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, Photo);
        using var answer = await camera.SignedIn.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(answer.Content.Headers.ContentLength!.Value, 1000, 100_000);
        Assert.NotNull(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("max_age=old")]
    [InlineData("max_age=-1")]
    [InlineData("max_age=99999999")]
    public async Task An_age_that_is_none_is_refused(string query)
    {
        using var answer = await GetAsync($"{Photo}?{query}");
        var detail = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-age");
        Assert.EndsWith("use seconds, as max_age=0.5.", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/json")]
    [InlineData(null)]
    public async Task Without_a_camera_a_program_gets_the_reason_in_words(string? accept)
    {
        await using var application = await WithoutCameraAsync();
        using var answer = await GetAsync(application, accept);
        Assert.Equal("no-device", answer.Header("X-Camera-Reason"));
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Null(answer.Headers.ETag);
        var detail = await answer.AssertProblemAsync(HttpStatusCode.ServiceUnavailable, "no-device");
        Assert.Contains("cable", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_camera_a_page_gets_the_reason_as_a_picture()
    {
        await using var application = await WithoutCameraAsync();
        using var answer = await GetAsync(application, "image/avif,image/webp,*/*;q=0.8");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString());
        using var card = JpegReader.Decode(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(new Resolution(320, 240), card.Size);
    }

    private Task<HttpResponseMessage> GetAsync(string path, EntityTagHeaderValue? known = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return camera.SignedIn.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<PiLittleEyeApplication> WithoutCameraAsync()
    {
        var (application, _) = await PiLittleEyeApplication.StartWithoutCameraAsync();
        return application;
    }

    private static async Task<HttpResponseMessage> GetAsync(PiLittleEyeApplication application, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Photo);
        if (accept is not null)
        {
            request.Headers.Add("Accept", accept);
        }

        return await application.SignedIn().SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static DateTimeOffset CapturedAt(HttpResponseMessage answer) =>
        DateTimeOffset.Parse(answer.Header("X-Frame-Captured-At")!, CultureInfo.InvariantCulture);

    private static DateTimeOffset DropBelowSecond(DateTimeOffset moment) =>
        new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerSecond), moment.Offset);
}
