using System.Net;
using System.Text.RegularExpressions;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Web;

public sealed partial class StaticPageTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    [Fact]
    public async Task The_page_is_open_to_everybody_and_asked_about_at_each_visit()
    {
        using var page = await camera.Anonymous.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", page.Header("Cache-Control"));
        Assert.NotNull(page.Headers.ETag);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.IfNoneMatch.Add(page.Headers.ETag);
        using var again = await camera.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("no-cache", again.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/kiosk")]
    [InlineData("/api")]
    public async Task Everything_it_names_is_there_for_strangers_and_of_the_right_kind(string address)
    {
        var page = await camera.Anonymous.GetStringAsync(address, TestContext.Current.CancellationToken);
        var parts = Named()
            .Matches(page)
            .Select(match => match.Groups["path"].Value)
            .Where(path => path != "/" && !path.StartsWith("/api/", StringComparison.Ordinal))
            .Distinct()
            .ToList();
        Assert.Contains(parts, part => part.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(parts, part => part.EndsWith(".css", StringComparison.Ordinal));
        foreach (var part in parts)
        {
            using var answer = await camera.Anonymous.GetAsync(
                new Uri(new Uri(camera.Application.Origin), part),
                TestContext.Current.CancellationToken
            );
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{part}: {answer.StatusCode}");
            var kind = Path.GetExtension(part) switch
            {
                ".js" => "text/javascript",
                ".css" => "text/css",
                ".svg" => "image/svg+xml",
                ".png" => "image/png",
                ".webmanifest" => "application/manifest+json",
                _ => "?",
            };
            Assert.Equal(kind, answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/kiosk")]
    [InlineData("/api")]
    public async Task Nothing_in_it_is_what_its_own_policy_forbids(string address)
    {
        var page = await camera.Anonymous.GetStringAsync(address, TestContext.Current.CancellationToken);
        Assert.DoesNotMatch(@"<script(?![^>]*\bsrc=)", page);
        Assert.DoesNotMatch(@"<style\b", page);
        Assert.DoesNotMatch(@"\s(style|on[a-z]+)=", page);
        Assert.DoesNotMatch("""(src|href|action)="(https?:)?//""", page);
    }

    // FC-W1: there the page asked who comes and the stream did not. Here it is the picture that asks.
    [Fact]
    public async Task The_wall_display_is_a_page_that_holds_nothing_and_is_not_kept_with_its_ticket()
    {
        using var page = await camera.Anonymous.GetAsync("/kiosk?camera=camera&ticket=x", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        using var picture = await camera.Anonymous.GetAsync("/api/v1/cameras/camera/video/mjpeg", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, picture.StatusCode);
    }

    [Fact]
    public async Task Nobody_can_change_it()
    {
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Delete, HttpMethod.Post })
        {
            using var request = new HttpRequestMessage(method, "/index.html");
            using var answer = await camera.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }
    }

    [GeneratedRegex("""(src|href)="(?<path>[^"#:]+)["]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named();
}
