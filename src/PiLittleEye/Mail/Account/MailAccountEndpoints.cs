using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using PiLittleEye.Mail.Queue;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.Mail.Account;

/// <summary>The mail account: to see, to set up, to remove.</summary>
internal static class MailAccountEndpoints
{
    private const string Path = "/api/v1/mail";

    public static void MapMailAccount(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).RequireAuthorization(Policies.Administrator);
        routes.MapPut(Path, ChangeAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapDelete(Path, RemoveAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapGet($"{Path}/providers", Providers).RequireAuthorization(Policies.Administrator);
    }

    private static Ok<MailResponse> Show(MailAccounts accounts, MailboxState mailbox, MailQueue queue) =>
        TypedResults.Ok(MailResponse.Of(accounts.Settings, mailbox.Report, queue.State));

    // Google gives tokens for mail to nobody whom it does not know.
    private static Ok<IReadOnlyList<MailProvider>> Providers(IOptions<MailOptions> options) =>
        TypedResults.Ok<IReadOnlyList<MailProvider>>([
            .. MailProviders.All.Select(provider =>
                provider.Id == MailProviders.Gmail && options.Value.OAuth.Google.ClientId is null
                    ? provider with
                    {
                        Authentications = [MailAuthentication.Password],
                    }
                    : provider
            ),
        ]);

    private static async Task<Results<Ok<MailResponse>, ValidationProblem>> ChangeAsync(
        JsonBody<MailAccountChange> change,
        HttpContext context,
        MailAccounts accounts,
        MailSecrets secrets,
        MailAccountTrail trail,
        MailboxState mailbox,
        MailQueue queue
    )
    {
        var (_, problems) = change.Value.ApplyTo(accounts.Settings);
        if (problems.Count > 0)
        {
            return Problem.OfSettings(problems);
        }

        var sealedSecret = change.Value.Secret is { } secret ? secrets.Seal(secret) : null;
        var (before, after) = accounts.Change(current =>
        {
            var account = change.Value.ApplyTo(current).Account;
            return account with { Secret = sealedSecret ?? account.Secret };
        });
        await trail.ChangedAsync(context, before, after, isPasswordNew: sealedSecret is not null);
        return TypedResults.Ok(MailResponse.Of(after, mailbox.Report, queue.State));
    }

    private static async Task<NoContent> RemoveAsync(HttpContext context, MailAccounts accounts, MailAccountTrail trail)
    {
        if (accounts.Settings.IsSetUp)
        {
            await trail.RemovedAsync(context, accounts.Remove());
        }

        return TypedResults.NoContent();
    }
}
