using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Accounts;
using PiLittleEye.Mail.Mime;
using PiLittleEye.Problems;
using PiLittleEye.Rights;

namespace PiLittleEye.PhotoReplies;

/// <summary>Who may ask for photos by mail.</summary>
internal static class SenderEndpoints
{
    private const string Path = "/api/v1/photo-replies/senders";
    private const string One = $"{Path}/{{id:long}}";

    public static void MapSenders(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, List).RequireAuthorization(Policies.Administrator);
        routes.MapPost(Path, AddAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapPut(One, ChangeAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapDelete(One, RemoveAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapPost($"{One}/verification", VerifyAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapPost($"{One}/secret", RenewAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapDelete($"{One}/lock", UnlockAsync).RequireAuthorization(Policies.RecentAdministrator);
    }

    private static Ok<IReadOnlyList<SenderItem>> List(Senders senders, TimeProvider clock) =>
        TypedResults.Ok<IReadOnlyList<SenderItem>>([.. senders.All.Select(sender => SenderItem.Of(sender, clock.GetUtcNow()))]);

    private static async Task<Results<Created<SenderCreated>, ValidationProblem, ProblemHttpResult>> AddAsync(
        JsonBody<SenderWish> wish,
        HttpContext context,
        Senders senders,
        AccountStore store,
        SenderTrail trail,
        TimeProvider clock
    )
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var address = MailAddress.Parse(wish.Value.Address);
        if (address is null)
        {
            problems["address"] = ["The address is none that mail can be sent to. Use one like name@example.org."];
        }

        var account = AccountOf(wish.Value.Account, store, problems);
        var partner = wish.Value.SharesWith is { } id ? senders.Find(id) : null;
        if (wish.Value.SharesWith is not null && partner is null)
        {
            problems["sharesWith"] = ["There is no sender with this id. Use the id of one that is on the list."];
        }

        if (address is null || problems.Count > 0)
        {
            return Problem.OfSettings(problems);
        }

        var (sender, secret, isFull) = senders.Add(address, account?.Id, partner);
        if (sender is null)
        {
            return isFull ? SenderRefusals.TooMany : SenderRefusals.Taken;
        }

        await trail.AddedAsync(context, sender, account?.Name);
        return TypedResults.Created(
            string.Create(CultureInfo.InvariantCulture, $"{Path}/{sender.Id}"),
            SenderCreated.Of(SenderItem.Of(sender, clock.GetUtcNow()), secret)
        );
    }

    private static async Task<Results<NoContent, ValidationProblem, ProblemHttpResult>> ChangeAsync(
        long id,
        JsonBody<SenderChange> change,
        HttpContext context,
        Senders senders,
        AccountStore store,
        SenderTrail trail
    )
    {
        if (senders.Find(id) is not { } sender)
        {
            return SenderRefusals.NoSuchSender;
        }

        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var account = AccountOf(change.Value.Account, store, problems);
        if (problems.Count > 0)
        {
            return Problem.OfSettings(problems);
        }

        senders.SetAccount(sender, account?.Id);
        await trail.ChangedAsync(context, sender, account?.Name);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        long id,
        HttpContext context,
        Senders senders,
        SenderTrail trail
    )
    {
        if (senders.Find(id) is not { } sender)
        {
            return SenderRefusals.NoSuchSender;
        }

        senders.Remove(sender);
        await trail.RemovedAsync(context, sender);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> VerifyAsync(
        long id,
        JsonBody<CodeProof> proof,
        HttpContext context,
        Senders senders,
        AttemptThrottle throttle,
        SenderTrail trail
    )
    {
        if (senders.Find(id) is not { } sender)
        {
            return SenderRefusals.NoSuchSender;
        }

        var key = AttemptThrottle.KeyOfSession(context.User.Caller().Credential);
        if (throttle.Admit(key) is var wait && wait > TimeSpan.Zero)
        {
            return SenderRefusals.Throttled(wait);
        }

        if (!senders.Verify(sender, proof.Value.Code))
        {
            return SenderRefusals.WrongCode;
        }

        throttle.Forget(key);
        await trail.VerifiedAsync(context, sender);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<SharedSecret>, ProblemHttpResult>> RenewAsync(
        long id,
        HttpContext context,
        Senders senders,
        SenderTrail trail
    )
    {
        if (senders.Find(id) is not { } sender)
        {
            return SenderRefusals.NoSuchSender;
        }

        var secret = senders.Renew(sender);
        await trail.RenewedAsync(context, sender);
        return TypedResults.Ok(secret);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UnlockAsync(
        long id,
        HttpContext context,
        Senders senders,
        SenderTrail trail
    )
    {
        if (senders.Find(id) is not { } sender)
        {
            return SenderRefusals.NoSuchSender;
        }

        senders.Unlock(sender);
        await trail.UnlockedAsync(context, sender);
        return TypedResults.NoContent();
    }

    private static Account? AccountOf(long? id, AccountStore store, Dictionary<string, string[]> problems)
    {
        var account = id is { } wanted ? store.Find(wanted) : null;
        if (id is not null && account is null)
        {
            problems["account"] = ["There is no account with this id. Use the id of one, or leave it out for all cameras."];
        }

        return account;
    }
}
