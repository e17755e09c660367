using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using PiLittleEye.Mail.Account;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Mail.Trial;

/// <summary>Tests the mail account, as it is or as it would be.</summary>
internal static class TrialEndpoints
{
    private const string Path = "/api/v1/mail/test";

    public static void MapMailTrial(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(Path, BeginAsync)
            .WithMetadata(new AcceptsMetadata(["*/*"], typeof(MailAccountChange), isOptional: true))
            .RequireAuthorization(Policies.RecentAdministrator);
        routes.MapGet(Path, Show).RequireAuthorization(Policies.Administrator);
        routes.MapDelete(Path, EndAsync).RequireAuthorization(Policies.RecentAdministrator);
    }

    private static Ok<TrialResponse> Show(MailTrial trial) => TypedResults.Ok(trial.Standing);

    private static async Task<Results<Accepted<TrialResponse>, ProblemHttpResult, ValidationProblem>> BeginAsync(
        HttpContext context,
        MailAccounts accounts,
        MailTrial trial
    )
    {
        var settings = accounts.Settings;
        MailAccount? account;
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true)
        {
            var change = (await JsonBody<MailAccountChange>.BindAsync(context, parameter: null!))!.Value;
            (settings, var problems) = change.ApplyTo(settings);
            if (problems.Count > 0)
            {
                return Problem.OfSettings(problems);
            }

            account = accounts.Trial(settings, change.Secret);
        }
        else
        {
            account = accounts.Current;
        }

        if (account is null)
        {
            return Problem.Of(
                409,
                "no-mail-account",
                "There is nothing to log in with",
                settings.IsSetUp
                    ? "The account has no password and no permission of its provider yet. Enter the one or sign in with the other, then test."
                    : "No mail account is set up. Send the account to be tested, or store one first."
            );
        }

        await trial.BeginAsync(account, settings.Provider);
        return TypedResults.Accepted(Path, trial.Standing);
    }

    private static async Task<NoContent> EndAsync(MailTrial trial)
    {
        await trial.EndAsync();
        return TypedResults.NoContent();
    }
}
