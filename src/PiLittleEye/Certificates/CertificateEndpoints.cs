using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Certificates;

/// <summary>What certificate is in force, and changing it.</summary>
internal static class CertificateEndpoints
{
    private static readonly string[] s_conflicts = ["installer-certificate", "own-certificate", "authority-exists", "installer-authority"];

    public static void MapCertificate(this IEndpointRouteBuilder routes)
    {
        const string path = "/api/v1/certificate";
        routes.MapGet(path, Show).RequireAuthorization(Policies.Administrator);
        routes.MapPut(path, UploadAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapDelete(path, RemoveAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapPost($"{path}/renewal", RenewAsync).RequireAuthorization(Policies.RecentAdministrator);
    }

    /// <summary>Does it, writes down who did it, and says what went wrong in the words of the API.</summary>
    /// <returns>Null when it is done.</returns>
    public static async Task<ProblemHttpResult?> TryAsync(Action act, CertificateChange change, CertificateTrail trail, HttpContext context)
    {
        try
        {
            act();
        }
        catch (CertificateRefusedException refusal)
        {
            var status = s_conflicts.Contains(refusal.Code, StringComparer.Ordinal) ? 409 : 400;
            return Problem.Of(status, refusal.Code, "The certificate stays as it is", $"{refusal.Message}.");
        }

        await trail.DoneAsync(change, context);
        return null;
    }

    private static Ok<CertificateResponse> Show(CertificateDesk desk) =>
        TypedResults.Ok(CertificateResponse.Of(desk.Current, desk.Options));

    private static async Task<Results<Ok<CertificateResponse>, ProblemHttpResult>> UploadAsync(
        JsonBody<CertificateUpload> upload,
        CertificateDesk desk,
        CertificateTrail trail,
        HttpContext context
    )
    {
        var problem = await TryAsync(
            () => desk.Upload(upload.Value.Certificate, upload.Value.Key),
            CertificateChange.Uploaded,
            trail,
            context
        );
        return problem is not null ? problem : Show(desk);
    }

    private static async Task<Results<Ok<CertificateResponse>, ProblemHttpResult>> RemoveAsync(
        CertificateDesk desk,
        CertificateTrail trail,
        HttpContext context
    )
    {
        var problem = await TryAsync(() => desk.RemoveUploaded(), CertificateChange.Removed, trail, context);
        return problem is not null ? problem : Show(desk);
    }

    private static async Task<Results<Ok<CertificateResponse>, ProblemHttpResult>> RenewAsync(
        CertificateDesk desk,
        CertificateTrail trail,
        HttpContext context
    )
    {
        var problem = await TryAsync(desk.Renew, CertificateChange.Renewed, trail, context);
        return problem is not null ? problem : Show(desk);
    }
}
