using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Certificates;
using PiLittleEye.Rights;
using PiLittleEye.Storage;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Certificates;

// Who may do it, and who is told of it afterwards.
public sealed partial class CertificateEndpointsTests
{
    [Fact]
    public void Every_change_needs_an_administrator_whose_password_was_just_asked_for()
    {
        var routes = _camera
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith(Url, StringComparison.Ordinal))
            .ToLookup(
                route => route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains("GET"),
                route => route.Metadata.GetRequiredMetadata<IAuthorizeData>().Policy
            );
        Assert.Equal([Policies.Administrator, Policies.Administrator], routes[true]);
        Assert.Equal(5, routes[false].Count());
        Assert.All(routes[false], policy => Assert.Equal(Policies.RecentAdministrator, policy));
    }

    [Fact]
    public async Task Every_change_is_in_the_log()
    {
        var (certificate, key) = _maker.Make();
        using var put = await PutAsync(certificate, key);
        using var removed = await _camera.SignedIn().DeleteAsync(Url, TestContext.Current.CancellationToken);
        using var renewed = await _camera.SignedIn().PostAsync($"{Url}/renewal", content: null, TestContext.Current.CancellationToken);
        using var refused = await PutAsync("rubbish", key);
        var database = _camera.Services.GetRequiredService<Database>();
        var kinds = TemporaryState.Execute(
            database,
            "SELECT group_concat(kind) FROM (SELECT kind FROM audit WHERE kind LIKE 'certificate%' ORDER BY id)"
        );
        Assert.Equal("certificate-uploaded,certificate-removed,certificate-renewed", kinds);
    }

    [Fact]
    public async Task Strangers_learn_nothing_and_change_nothing()
    {
        var stranger = _camera.Anonymous();
        var (certificate, key) = _maker.Make();
        using var asked = await stranger.GetAsync(Url, TestContext.Current.CancellationToken);
        using var put = await stranger.PutAsJsonAsync(Url, new CertificateUpload(certificate, key), TestContext.Current.CancellationToken);
        using var renewed = await stranger.PostAsync($"{Url}/renewal", content: null, TestContext.Current.CancellationToken);
        using var removed = await stranger.DeleteAsync(Url, TestContext.Current.CancellationToken);
        Assert.All([asked, put, renewed, removed], answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
    }
}
