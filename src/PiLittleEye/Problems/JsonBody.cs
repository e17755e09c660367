using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace PiLittleEye.Problems;

/// <summary>
/// The JSON that a request brings. A plain parameter would have the framework make ready, at every start, for every body of every route;
/// on a Pi that is noticed, and most of them never come.
/// </summary>
internal sealed record JsonBody<T>(T Value) : IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    /// <exception cref="BadHttpRequestException">400: no body, or wrong JSON, with the <see cref="JsonException"/> inside. 415: another kind.</exception>
    public static async ValueTask<JsonBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true)
        {
            throw new BadHttpRequestException("The request has no body.", StatusCodes.Status400BadRequest);
        }

        if (!context.Request.HasJsonContentType())
        {
            throw new BadHttpRequestException("The request is not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            var value = await context.Request.ReadFromJsonAsync((JsonTypeInfo<T>)json.GetTypeInfo(typeof(T)), context.RequestAborted);
            return value is null
                ? throw new BadHttpRequestException("The request's JSON is null.", StatusCodes.Status400BadRequest)
                : new JsonBody<T>(value);
        }
        catch (JsonException wrong)
        {
            throw new BadHttpRequestException("The request's JSON is wrong.", StatusCodes.Status400BadRequest, wrong);
        }
    }

    /// <summary>
    /// For whoever describes the routes: the body is a <typeparamref name="T"/>. Of any type, as far as finding the route goes: else the
    /// framework answers a wrong one before anybody asks who sent it, and a sign-in without its type is told to sign in.
    /// </summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["*/*"], typeof(T)));
}
