using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PiLittleEye.Tests.Support;

namespace PiLittleEye.Tests.Web;

public sealed class ApiReferenceTests(ClaimedCamera camera) : IClassFixture<ClaimedCamera>
{
    [Fact]
    public async Task The_shipped_description_is_what_the_routes_give()
    {
        var made = await ApiDocument.MakeAsync();
        if (ApiDocument.IsToBeWritten)
        {
            await File.WriteAllTextAsync(ApiDocument.File, made, TestContext.Current.CancellationToken);
        }

        Assert.True(
            made == await File.ReadAllTextAsync(ApiDocument.File, TestContext.Current.CancellationToken),
            $"The routes have changed. Run the tests once with {ApiDocument.WriteVariable}=1 and look at the difference of {ApiDocument.File}."
        );
    }

    [Fact]
    public void Every_operation_says_what_it_does() =>
        Assert.Empty(
            ApiDocument
                .Operations.Where(operation => operation.Operation["summary"]?.GetValue<string>() is not { Length: > 5 })
                .Select(operation => $"{operation.Method} {operation.Path}: add a line to ApiNotes")
        );

    [Fact]
    public void Every_route_is_described_and_nothing_else()
    {
        var routes = camera
            .Application.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route =>
                route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(method => $"{method} {PathOf(route)}")
            );
        Assert.Equal(routes.Order(), ApiDocument.Operations.Select(operation => $"{operation.Method} {operation.Path}").Order());
    }

    [Fact]
    public void It_is_of_version_3_1_and_every_operation_can_say_what_went_wrong()
    {
        Assert.StartsWith("3.1", ApiDocument.Shipped["openapi"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.All(ApiDocument.Operations, operation => Assert.NotNull(operation.Operation["responses"]?["default"]));
    }

    [Fact]
    public async Task Only_who_is_let_in_may_read_it_and_it_is_kept_nowhere()
    {
        using var refused = await camera.Anonymous.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var answer = await camera.SignedIn.GetAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(JsonNode.DeepEquals(ApiDocument.Shipped, JsonNode.Parse(text)));
    }

    // As OpenAPI writes it: without the kind of a value.
    private static string PathOf(RouteEndpoint route) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(PartOf)))).TrimEnd('/');

    private static string PartOf(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) =>
        part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => throw new NotSupportedException(part.GetType().Name),
        };
}
