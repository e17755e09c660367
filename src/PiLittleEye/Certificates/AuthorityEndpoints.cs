using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Certificates;

/// <summary>The local authority, and its root for phones.</summary>
internal static class AuthorityEndpoints
{
    private const string DerPath = "/authority.crt";

    public static void MapAuthority(this IEndpointRouteBuilder routes)
    {
        const string path = "/api/v1/certificate/authority";
        routes
            .MapGet(path, (CertificateDesk desk, HttpRequest request) => TypedResults.Ok(Describe(desk, request)))
            .RequireAuthorization(Policies.Administrator);
        routes.MapPost(path, MakeAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapDelete(path, RemoveAsync).RequireAuthorization(Policies.RecentAdministrator);
        // For anyone: a phone that is being set up has no account yet, and a root is made to be handed out.
        routes.MapGet("/authority.pem", (LocalAuthority authority) => Root(authority, isPem: true)).AllowAnonymous();
        routes.MapGet(DerPath, (LocalAuthority authority) => Root(authority, isPem: false)).AllowAnonymous();
    }

    private static async Task<Results<Created<AuthorityResponse>, ProblemHttpResult>> MakeAsync(
        CertificateDesk desk,
        CertificateTrail trail,
        HttpContext context
    )
    {
        var problem = await CertificateEndpoints.TryAsync(desk.MakeAuthority, CertificateChange.AuthorityMade, trail, context);
        return problem is not null ? problem : TypedResults.Created(DerPath, Describe(desk, context.Request));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        CertificateDesk desk,
        CertificateTrail trail,
        HttpContext context
    )
    {
        var problem = await CertificateEndpoints.TryAsync(() => desk.RemoveAuthority(), CertificateChange.AuthorityRemoved, trail, context);
        return problem is not null ? problem : TypedResults.NoContent();
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Root(LocalAuthority authority, bool isPem) =>
        authority.Root is not { } root
            ? Problem.Of(
                404,
                "no-authority",
                "There is no local authority",
                "An administrator can make one on the page, under Certificate."
            )
        : isPem ? TypedResults.File(Encoding.ASCII.GetBytes(root.ExportCertificatePem() + "\n"), "application/x-pem-file")
        // The type by which phones offer to install it.
        : TypedResults.File(root.RawData, "application/x-x509-ca-cert");

    private static AuthorityResponse Describe(CertificateDesk desk, HttpRequest request) =>
        AuthorityResponse.Of(desk.Authority.Root, $"https://{request.Host}{DerPath}");
}
