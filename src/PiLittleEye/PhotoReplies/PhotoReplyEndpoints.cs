using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Mail;
using PiLittleEye.Problems;
using PiLittleEye.Rights;
using PiLittleEye.Storage;

namespace PiLittleEye.PhotoReplies;

/// <summary>How requests by mail are treated, and what became of the last ones.</summary>
internal static class PhotoReplyEndpoints
{
    private const string Path = "/api/v1/photo-replies";

    public static void MapPhotoReplySettings(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).RequireAuthorization(Policies.Administrator);
        routes.MapPut(Path, ChangeAsync).RequireAuthorization(Policies.RecentAdministrator);
        routes.MapGet($"{Path}/decisions", Decisions).RequireAuthorization(Policies.Administrator);
    }

    private static Ok<PhotoReplyResponse> Show(RuntimeSettings<PhotoReplySettings> settings, MailboxState mailbox) =>
        TypedResults.Ok(PhotoReplyResponse.Of(settings.Current, mailbox));

    private static Ok<IReadOnlyList<Decision>> Decisions(DecisionStore decisions) => TypedResults.Ok(decisions.Last());

    private static async Task<Results<Ok<PhotoReplyResponse>, ValidationProblem>> ChangeAsync(
        JsonBody<PhotoReplyChange> change,
        HttpContext context,
        RuntimeSettings<PhotoReplySettings> settings,
        MailboxState mailbox,
        SenderTrail trail
    )
    {
        var (_, problems) = change.Value.ApplyTo(settings.Current);
        if (problems.Count > 0)
        {
            return Problem.OfSettings(problems);
        }

        var (before, after) = settings.Change(current => change.Value.ApplyTo(current).Settings);
        if (before != after)
        {
            var isLessSafe = before.NeedsAuthentication && !after.NeedsAuthentication;
            await trail.SettingsAsync(context, Sentence(after, isLessSafe), isLessSafe);
        }

        return TypedResults.Ok(PhotoReplyResponse.Of(after, mailbox));
    }

    private static string Sentence(PhotoReplySettings after, bool isLessSafe) =>
        isLessSafe ? "Photos by mail no longer need the mail server to confirm the sender; only the code protects them."
        : after.IsOn ? "Photos by mail were switched on or set otherwise."
        : "Photos by mail are off.";
}
