using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PiLittleEye.Audit;
using PiLittleEye.Mail.Account;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Mail.OAuth;

/// <summary>Signing in with a provider instead of a password.</summary>
internal static class SignInEndpoints
{
    private const string Path = "/api/v1/mail/oauth";

    public static void MapMailSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, BeginAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapGet(Path, Show).RequireAuthorization(Policies.Administrator);
        routes.MapDelete(Path, EndAsync).RequireAuthorization(Policies.RecentAdministrator);
    }

    private static async Task<Results<Ok<SignInOffer>, ProblemHttpResult, ValidationProblem>> BeginAsync(
        JsonBody<SignInRequest> request,
        HttpContext context,
        IOptions<MailOptions> options,
        MailAccounts accounts,
        DeviceSignIn signIn
    )
    {
        var (id, address) = (request.Value.Provider ?? string.Empty, request.Value.Address?.Trim() ?? string.Empty);
        if (options.Value.OAuth.Of(id) is not { } provider)
        {
            return Problem.OfSettings(
                new(StringComparer.Ordinal)
                {
                    ["provider"] =
                    [
                        $"provider is \"{id}\"; use {MailProviders.Outlook} or {MailProviders.Gmail}, the others take passwords.",
                    ],
                }
            );
        }

        var (_, problems) = MailAccountChange.ToToken(id, address).ApplyTo(accounts.Settings);
        if (problems.Count > 0)
        {
            return Problem.OfSettings(problems);
        }

        if (provider.ClientId is null)
        {
            return Problem.Of(
                409,
                "no-client-id",
                "This camera is not registered with the provider",
                "Sign-in with a provider needs a client id: register an application there that may use the device code flow, and write its id "
                    + $"into the settings file as Mail:OAuth:{(id == MailProviders.Gmail ? "Google" : "Microsoft")}:ClientId."
            );
        }

        try
        {
            return TypedResults.Ok(await signIn.BeginAsync(id, address, provider, AuditEntry.By(context, "", ""), context.RequestAborted));
        }
        catch (MailException failure)
        {
            return Problem.Of(502, failure.Code, "The provider gave no code", failure.Message);
        }
    }

    private static Ok<SignInResponse> Show(DeviceSignIn signIn) => TypedResults.Ok(signIn.Standing);

    private static async Task<NoContent> EndAsync(DeviceSignIn signIn)
    {
        await signIn.EndAsync();
        return TypedResults.NoContent();
    }
}
