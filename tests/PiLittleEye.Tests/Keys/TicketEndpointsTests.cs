using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Keys;

public sealed partial class TicketEndpointsTests(TwoCameras cameras) : IClassFixture<TwoCameras>
{
    private const string Path = "/api/v1/tickets";

    [Fact]
    public async Task A_link_is_made_and_opens_stream_and_photo_until_it_is_revoked()
    {
        var made = await MakeAsync(
            new
            {
                camera = "back",
                minutes = 60,
                name = "Grandma",
            }
        );
        using var anonymous = cameras.Application.Anonymous();
        var photo = new Uri(made.GetProperty("photoUrl").GetString()!);
        var stream = new Uri(made.GetProperty("url").GetString()!);
        Assert.Equal("/api/v1/cameras/back/photo.jpg", photo.AbsolutePath);
        using var opened = await anonymous.GetAsync(photo, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        await using var viewer = await StreamViewer.OpenAsync(cameras.Application, token: "", stream.PathAndQuery);
        Assert.Equal("live", (await viewer.NextLiveAsync()).State);
        Assert.InRange(made.GetProperty("expiresAt").GetDateTimeOffset() - TimeProvider.System.GetUtcNow(), Minutes(58), Minutes(60));

        var listed = await FindAsync(made.GetProperty("id").GetInt64());
        Assert.Equal("Grandma", listed.GetProperty("name").GetString());
        Assert.Equal("back", listed.GetProperty("camera").GetString());
        Assert.Equal(PiLittleEyeApplication.Administrator, listed.GetProperty("createdBy").GetString());
        Assert.Equal("127.0.0.1", listed.GetProperty("usedFrom").GetString());
        Assert.DoesNotContain(stream.Query.Split('=')[1], listed.GetRawText(), StringComparison.Ordinal);

        await RevokeAsync(made.GetProperty("id").GetInt64());
        Assert.Equal("signed-out", (await viewer.LastAsync()).State);
        using var closed = await anonymous.GetAsync(photo, TestContext.Current.CancellationToken);
        await closed.AssertProblemAsync(HttpStatusCode.Unauthorized, "wrong-ticket");
        using var again = await cameras.SignedIn.DeleteAsync(
            $"{Path}/{made.GetProperty("id").GetInt64()}",
            TestContext.Current.CancellationToken
        );
        await again.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-ticket");
    }

    [Fact]
    public async Task Its_code_is_a_picture_without_script_or_anything_from_elsewhere()
    {
        var made = await MakeAsync(new { camera = "front", minutes = 1 });
        var svg = XDocument.Parse(made.GetProperty("qr").GetString()!).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        Assert.NotNull(svg.Attribute("viewBox"));
        Assert.All(svg.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, (string[])["svg", "rect", "path", "g"]));
    }

    [Fact]
    public async Task A_wall_display_gets_a_page_and_no_photo()
    {
        var made = await MakeAsync(
            new
            {
                camera = "back",
                minutes = 10_080,
                kiosk = true,
            }
        );
        Assert.StartsWith(
            $"{cameras.Application.Origin}/kiosk?camera=back&ticket=",
            made.GetProperty("url").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(JsonValueKind.Null, made.GetProperty("photoUrl").ValueKind);
        Assert.True((await FindAsync(made.GetProperty("id").GetInt64())).GetProperty("kiosk").GetBoolean());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("0.99")]
    [InlineData("10080.1")]
    [InlineData("-1")]
    [InlineData("1e300")]
    [InlineData("null")]
    public async Task It_lives_from_one_minute_to_seven_days(string minutes)
    {
        using var body = new StringContent(
            $"{{\"camera\":\"front\",\"minutes\":{minutes}}}",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        using var answer = await cameras.SignedIn.PostAsync(Path, body, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "wrong-settings");
    }

    [Theory]
    [InlineData("attic")]
    [InlineData("FRONT")]
    [InlineData("*")]
    [InlineData(null)]
    public async Task There_is_none_to_a_camera_that_does_not_exist(string? camera)
    {
        using var answer = await cameras.SignedIn.PostAsJsonAsync(Path, new { camera, minutes = 5 }, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "no-such-camera");
    }

    [Fact]
    public async Task Who_made_it_stands_in_the_log_and_what_opens_it_does_not()
    {
        var made = await MakeAsync(
            new
            {
                camera = "front",
                minutes = 5,
                name = "For the log",
            }
        );
        await RevokeAsync(made.GetProperty("id").GetInt64());
        var rows = TemporaryState.Execute(
            cameras.Application.Services.GetRequiredService<PiLittleEye.Storage.Database>(),
            "SELECT group_concat(kind || '|' || who || '|' || camera, ' ') FROM audit WHERE subject = 'For the log'"
        );
        Assert.Equal(
            $"ticket-made|{PiLittleEyeApplication.Administrator}|front ticket-revoked|{PiLittleEyeApplication.Administrator}|front",
            rows
        );
        var token = made.GetProperty("url").GetString()!.Split("ticket=")[1];
        Assert.Equal(
            0L,
            TemporaryState.Execute(
                cameras.Application.Services.GetRequiredService<PiLittleEye.Storage.Database>(),
                $"SELECT count(*) FROM audit WHERE text LIKE '%{token}%' OR subject LIKE '%{token}%'"
            )
        );
    }

    private static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    private async Task<JsonElement> MakeAsync(object wish, HttpClient? client = null)
    {
        using var answer = await (client ?? cameras.SignedIn).PostAsJsonAsync(Path, wish, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private async Task<JsonElement> FindAsync(long id)
    {
        var list = await cameras.SignedIn.GetFromJsonAsync<JsonElement>(Path, TestContext.Current.CancellationToken);
        return Assert.Single(list.EnumerateArray(), ticket => ticket.GetProperty("id").GetInt64() == id);
    }

    private async Task RevokeAsync(long id)
    {
        using var answer = await cameras.SignedIn.DeleteAsync($"{Path}/{id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }
}
