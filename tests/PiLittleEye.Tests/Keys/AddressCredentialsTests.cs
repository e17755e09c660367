using System.Net;
using System.Net.Http.Json;
using PiLittleEye.Rights;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Keys;

public sealed class AddressCredentialsTests(TwoCameras cameras) : IClassFixture<TwoCameras>
{
    private readonly HttpClient _anonymous = cameras.Application.Anonymous();

    [Theory]
    [InlineData("/api/v1/photo.jpg", 320)]
    [InlineData("/api/v1/cameras/back/photo.jpg?fresh", 480)]
    [InlineData("/?action=snapshot", 320)]
    [InlineData("/snapshot", 320)]
    [InlineData("/snapshot.jpg?cache=17", 320)]
    [InlineData("/webcam/?action=snapshot", 320)]
    [InlineData("/webcam2/?action=snapshot", 480)]
    public async Task Every_address_of_a_photo_takes_a_key_and_a_ticket(string path, int width)
    {
        foreach (var credential in new[] { Key(), Ticket(width == 320 ? "front" : "back") })
        {
            using var answer = await _anonymous.GetAsync(With(path, credential), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var picture = JpegReader.Decode(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal(width, picture.Size.Width);
        }
    }

    [Theory]
    [InlineData("/api/v1/video/mjpeg", 320)]
    [InlineData("/api/v1/cameras/back/video/mjpeg?fps=5", 480)]
    [InlineData("/?action=stream", 320)]
    [InlineData("/stream", 320)]
    [InlineData("/webcam/?action=stream&1732190000", 320)]
    [InlineData("/webcam2/stream.mjpg", 480)]
    public async Task Every_address_of_a_stream_takes_a_key_and_a_ticket(string path, int width)
    {
        foreach (var credential in new[] { Key(), Ticket(width == 320 ? "front" : "back") })
        {
            await using var viewer = await StreamViewer.OpenAsync(cameras.Application, token: "", With(path, credential));
            using var picture = JpegReader.Decode((await viewer.NextLiveAsync()).Jpeg);
            Assert.Equal(width, picture.Size.Width);
        }
    }

    // KAR-W7: there, what a token was given for was not looked at, and it could do what its owner could.
    [Theory]
    [InlineData("GET", "/api/v1/cameras")]
    [InlineData("GET", "/api/v1/cameras/front/status")]
    [InlineData("GET", "/api/v1/cameras/front/settings")]
    [InlineData("PUT", "/api/v1/cameras/front/settings")]
    [InlineData("GET", "/api/v1/session")]
    [InlineData("GET", "/api/v1/keys")]
    [InlineData("POST", "/api/v1/keys")]
    [InlineData("GET", "/api/v1/tickets")]
    [InlineData("POST", "/api/v1/tickets")]
    [InlineData("GET", "/no-such-route")]
    public async Task Nothing_but_pictures_is_opened_by_what_stands_in_an_address(string method, string path)
    {
        foreach (var credential in new[] { Key(Grants.All), Ticket("front") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), With(path, credential));
            request.Content = method == "GET" ? null : JsonContent.Create(new { rotation = 90 });
            using var answer = await _anonymous.SendAsync(request, TestContext.Current.CancellationToken);
            await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        }
    }

    // ACP-W1: there, any part of the secret path was as good as all of it.
    [Fact]
    public async Task A_camera_that_it_was_not_given_does_not_exist_for_it()
    {
        foreach (var credential in new[] { Key(new Grants([new("front", Right.All)])), Ticket("front") })
        {
            foreach (var path in new[] { "/api/v1/cameras/back/photo.jpg", "/webcam2/?action=stream", "/api/v1/cameras/bac/photo.jpg" })
            {
                using var answer = await _anonymous.GetAsync(
                    With(path, credential),
                    HttpCompletionOption.ResponseHeadersRead,
                    TestContext.Current.CancellationToken
                );
                await answer.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-camera");
            }
        }
    }

    [Fact]
    public async Task A_key_for_photos_opens_no_stream()
    {
        using var answer = await _anonymous.GetAsync(
            With("/stream", Key(Grants.OnEveryCamera(Right.Photo))),
            TestContext.Current.CancellationToken
        );
        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task A_wall_display_sees_its_stream_and_nothing_else()
    {
        var ticket = Ticket("front", isKiosk: true);
        await using var viewer = await StreamViewer.OpenAsync(cameras.Application, token: "", With("/stream", ticket));
        Assert.Equal("live", (await viewer.NextLiveAsync()).State);
        Assert.Contains("\r\nCross-Origin-Resource-Policy: same-origin\r\n", viewer.Head, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control-Allow-Origin", viewer.Head, StringComparison.Ordinal);

        using var photo = await _anonymous.GetAsync(With("/api/v1/photo.jpg", ticket), TestContext.Current.CancellationToken);
        await photo.AssertProblemAsync(HttpStatusCode.Forbidden, "not-allowed");
        using var other = await _anonymous.GetAsync(With("/webcam2/stream", ticket), TestContext.Current.CancellationToken);
        await other.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-camera");
    }

    [Fact]
    public async Task Another_sites_page_may_show_its_picture_and_nobody_keeps_it()
    {
        foreach (var credential in new[] { Key(), Ticket("front") })
        {
            using var photo = await _anonymous.GetAsync(With("/snapshot", credential), TestContext.Current.CancellationToken);
            Assert.Equal("cross-origin", photo.Header("Cross-Origin-Resource-Policy"));
            Assert.Equal("*", photo.Header("Access-Control-Allow-Origin"));
            Assert.Null(photo.Header("Access-Control-Allow-Credentials"));
            Assert.Equal("no-store", photo.Header("Cache-Control"));
            Assert.Equal("no-referrer", photo.Header("Referrer-Policy"));

            await using var viewer = await StreamViewer.OpenAsync(cameras.Application, token: "", With("/stream", credential));
            Assert.Contains("\r\nCross-Origin-Resource-Policy: cross-origin\r\n", viewer.Head, StringComparison.Ordinal);
            Assert.Contains("\r\nAccess-Control-Allow-Origin: *\r\n", viewer.Head, StringComparison.Ordinal);
            Assert.Contains("\r\nCache-Control: no-store\r\n", viewer.Head, StringComparison.Ordinal);
            Assert.Contains("\r\nReferrer-Policy: no-referrer\r\n", viewer.Head, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_page_itself_is_not_kept_with_a_ticket_in_its_address()
    {
        using var page = await _anonymous.GetAsync(With("/", Ticket("front")), TestContext.Current.CancellationToken);
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Resource-Policy"));
    }

    private string Key(Grants? grants = null)
    {
        var (_, pair) = KeyBench.MakeKey(cameras.Application, grants);
        return $"appkey={pair.Key}&secret={pair.Secret}";
    }

    private string Ticket(string camera, bool isKiosk = false) =>
        $"ticket={KeyBench.MakeTicket(cameras.Application, camera, isKiosk).Token}";

    private static string With(string path, string credential) =>
        path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + credential;
}
