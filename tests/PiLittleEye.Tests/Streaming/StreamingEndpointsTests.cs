using System.Net;
using PiLittleEye.Frames;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Streaming;

public sealed class StreamingEndpointsTests(TwoCameras cameras) : IClassFixture<TwoCameras>
{
    [Theory]
    [InlineData("/api/v1/photo.jpg", 320)]
    [InlineData("/api/v1/cameras/front/photo.jpg", 320)]
    [InlineData("/api/v1/cameras/back/photo.jpg", 480)]
    [InlineData("/?action=snapshot", 320)]
    [InlineData("/?action=snapshot_1", 480)]
    [InlineData("/snapshot", 320)]
    [InlineData("/snapshot.jpg", 320)]
    [InlineData("/webcam/?action=snapshot", 320)]
    [InlineData("/webcam2/?action=snapshot", 480)]
    [InlineData("/api/frame.jpeg?src=back", 480)]
    [InlineData("/api/v1/cameras/back/snap", 480)]
    public async Task Each_address_of_a_photo_means_its_camera(string path, int width)
    {
        using var answer = await cameras.SignedIn.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var picture = JpegReader.Decode(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(width, picture.Size.Width);
    }

    [Theory]
    [InlineData("/api/v1/video/mjpeg", 320)]
    [InlineData("/api/v1/cameras/front/video/mjpeg", 320)]
    [InlineData("/api/v1/cameras/back/video/mjpeg", 480)]
    [InlineData("/?action=stream", 320)]
    [InlineData("/stream", 320)]
    [InlineData("/webcam/?action=stream", 320)]
    [InlineData("/webcam2/stream.mjpg", 480)]
    [InlineData("/cam_2.mjpg", 480)]
    public async Task Each_address_of_a_stream_means_its_camera(string path, int width)
    {
        await using var viewer = await StreamViewer.OpenAsync(cameras.Application, cameras.Application.OpenSession(), path);
        using var picture = JpegReader.Decode((await viewer.NextLiveAsync()).Jpeg);
        Assert.Equal(width, picture.Size.Width);
    }

    [Theory]
    [InlineData("/api/v1/cameras/side/photo.jpg")]
    [InlineData("/api/v1/cameras/side/video/mjpeg")]
    [InlineData("/api/v1/cameras/FRONT/photo.jpg")]
    [InlineData("/api/v1/cameras/front%2Fback/photo.jpg")]
    public async Task A_camera_that_there_is_not_is_said_to_be_none(string path)
    {
        using var answer = await cameras.SignedIn.GetAsync(path, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-camera");
    }

    [Theory]
    [InlineData("/api/v1/photo.jpg", HttpStatusCode.OK)]
    [InlineData("/?action=snapshot", HttpStatusCode.OK)]
    [InlineData("/api/v1/cameras/snap", HttpStatusCode.OK)]
    [InlineData("/api/v1/cameras/back/photo.jpg", HttpStatusCode.OK)]
    [InlineData("/api/v1/cameras/front/photo.jpg", HttpStatusCode.NotFound)]
    [InlineData("/?action=snapshot_0", HttpStatusCode.NotFound)]
    [InlineData("/webcam1/?action=snapshot", HttpStatusCode.NotFound)]
    [InlineData("/stream", HttpStatusCode.Forbidden)]
    public async Task An_address_that_names_no_camera_means_the_first_that_whoever_asks_may_see(string path, HttpStatusCode status)
    {
        var account = cameras.Application.Add(path, rights: new Grants([new("back", Right.Photo)]));
        using var client = cameras.Application.SignedInAs(account);
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.OK)
        {
            using var picture = JpegReader.Decode(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal(480, picture.Size.Width);
        }
    }

    [Fact]
    public async Task One_camera_is_not_woken_by_looking_at_the_other()
    {
        var (application, token) = await TwoCameras.StartAsync();
        await using var itsEnd = application;
        var hubs = ((FrameHubs)application.Services.GetService(typeof(FrameHubs))!).InOrder;
        await using var viewer = await StreamViewer.OpenAsync(application, token, "/api/v1/cameras/back/video/mjpeg");
        await viewer.NextLiveAsync();
        Assert.Equal([0, 1], hubs.Select(hub => hub.StreamCount));
        Assert.Equal(TimeSpan.MaxValue, hubs[0].IdleFor);
    }
}
