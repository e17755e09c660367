using System.Net;
using PiLittleEye.ProcessTests.Support;

namespace PiLittleEye.ProcessTests.Clients;

/// <summary>The addresses that OctoPrint, Mainsail, Home Assistant and others have in their settings already.</summary>
public sealed class FamiliarUrlTests(ClaimedAppliance camera)
{
    [Theory]
    [InlineData("/?action=stream")]
    [InlineData("/?action=stream&1732190000")]
    [InlineData("/stream")]
    [InlineData("/stream?_=1732190000")]
    [InlineData("/webcam/?action=stream")]
    [InlineData("/webcam/stream")]
    [InlineData("/api/v1/video/mjpeg")]
    [InlineData("/api/v1/cameras/camera/video/mjpeg?fps=5")]
    public async Task A_stream(string path)
    {
        using var answer = await camera.SignedIn.GetAsync(
            path,
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("multipart/x-mixed-replace", answer.Content.Headers.ContentType?.MediaType);
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var frames = new byte[60_000];
        await Limit.On(stream.ReadExactlyAsync(frames, TestContext.Current.CancellationToken).AsTask(), "frames come");
        Assert.True(frames.AsSpan().IndexOf("Content-Type: image/jpeg\r\n"u8) >= 0);
    }

    [Theory]
    [InlineData("/?action=snapshot")]
    [InlineData("/snapshot")]
    [InlineData("/snapshot.jpg")]
    [InlineData("/snapshot.jpg?cache=1732190000")]
    [InlineData("/webcam/?action=snapshot")]
    [InlineData("/webcam/snapshot")]
    [InlineData("/api/v1/photo.jpg")]
    [InlineData("/api/v1/cameras/camera/photo.jpg")]
    public async Task A_photo(string path)
    {
        using var answer = await camera.SignedIn.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
        var photo = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xFF, 0xD8, 0xFF], photo[..3]);
    }
}
