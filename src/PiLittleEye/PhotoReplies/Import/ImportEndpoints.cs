using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.PhotoReplies.Import;

/// <summary>Takes over PrintCameraBot's <c>config.json</c>.</summary>
internal static class ImportEndpoints
{
    public static void MapImport(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/photo-replies/import", TakeAsync).RequireAuthorization(Policies.RecentAdministrator);

    private static async Task<Ok<ImportResponse>> TakeAsync(
        JsonBody<Dictionary<string, JsonElement>> file,
        HttpContext context,
        ConfigImport import
    ) => TypedResults.Ok(await import.TakeAsync(file.Value, context));
}
