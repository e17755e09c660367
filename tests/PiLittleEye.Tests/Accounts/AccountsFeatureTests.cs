using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Accounts;

public sealed class AccountsFeatureTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    // The whole list. Who adds to it opens a door to strangers and must say why.
    private static readonly string[] s_open =
    [
        "GET /healthz",
        "GET /readyz",
        "HEAD /healthz",
        "HEAD /readyz",
        "POST /api/v1/claim",
        "POST /api/v1/session",
        "POST /sign-in",
        // The root of the local authority: phones fetch it before anybody has an account there, and it is made to be handed out.
        "GET /authority.pem",
        "GET /authority.crt",
    ];

    private static readonly string[] s_methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    [Fact]
    public async Task Every_route_needs_a_session_but_for_those_on_the_list()
    {
        var open = new List<string>();
        foreach (var path in Paths())
        {
            foreach (var method in s_methods)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                using var answer = await camera.Anonymous.SendAsync(request, TestContext.Current.CancellationToken);
                if (answer.StatusCode != HttpStatusCode.Unauthorized)
                {
                    open.Add($"{method} {path}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Equal([], open.Where(route => !s_open.Any(allowed => route.StartsWith(allowed + ":", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/nothing")]
    [InlineData("/nothing.txt")]
    [InlineData("/wp-login.php")]
    [InlineData("/api/v1/cameras/other/photo.jpg")]
    [InlineData("/stream")]
    [InlineData("/?action=snapshot")]
    [InlineData("/webcam/?action=stream")]
    [InlineData("/webcam7/?action=stream")]
    public async Task A_stranger_does_not_learn_which_addresses_exist(string path)
    {
        using var answer = await camera.Anonymous.GetAsync(path, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.Unauthorized, "not-signed-in");
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/nothing.txt")]
    [InlineData("/webcam7/?action=stream")]
    public async Task With_a_session_what_does_not_exist_is_not_found(string path)
    {
        using var answer = await camera.SignedIn.GetAsync(path, TestContext.Current.CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/..%2f..%2fappsettings.json")]
    [InlineData("/%2e%2e/%2e%2e/PiLittleEye.dll")]
    [InlineData("//etc/passwd")]
    [InlineData("/css/..%5c..%5cPiLittleEye.dll")]
    public async Task No_path_leads_out_of_the_page(string path)
    {
        await using var connection = await RawConnection.OpenAsync(camera.Application);
        await connection.SendAsync($"GET {path} HTTP/1.1\r\nHost: camera\r\nConnection: close\r\n\r\n");
        var head = await connection.ReadHeadAsync();
        Assert.DoesNotContain(" 200 ", head, StringComparison.Ordinal);
    }

    private IEnumerable<string> Paths() =>
        camera
            .Application.Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Select(pattern => pattern.StartsWith("{*", StringComparison.Ordinal) ? "/what/ever" : pattern)
            .Select(pattern =>
                pattern.Replace("{id}", "camera", StringComparison.Ordinal).Replace("{id:long}", "1", StringComparison.Ordinal)
            )
            .Distinct();
}
