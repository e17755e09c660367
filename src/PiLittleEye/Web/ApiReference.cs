using System.Reflection;
using PiLittleEye.Rights;

namespace PiLittleEye.Web;

/// <summary>
/// The description of the API as OpenAPI 3.1. A test makes it from the routes and fails when the file is not what it made; so nothing of
/// its making is in the memory of a service that perhaps nobody ever asks for it.
/// </summary>
internal static class ApiReference
{
    public const string Resource = "PiLittleEye.Web.openapi.json";

    // A stranger need not know what there is; a key may read it, because programs make clients of it.
    public static void MapApiReference(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/openapi/v1.json", SendAsync).RequireAuthorization(Policies.Caller);

    private static async Task SendAsync(HttpContext context, CancellationToken cancellationToken)
    {
        await using var document = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = document.Length;
        context.Response.Headers.CacheControl = "no-store";
        await document.CopyToAsync(context.Response.Body, cancellationToken);
    }
}
