using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;

namespace PiLittleEye.PhotoReplies;

/// <summary>What is said about senders that cannot be as they are wished.</summary>
internal static class SenderRefusals
{
    public static ProblemHttpResult NoSuchSender =>
        Problem.Of(404, "no-such-sender", "No such sender", "GET /api/v1/photo-replies/senders lists those there are.");

    public static ProblemHttpResult Taken =>
        Problem.Of(
            409,
            "sender-exists",
            "This address is on the list",
            "Each address stands there once. Remove it first to begin anew with it."
        );

    public static ProblemHttpResult TooMany =>
        Problem.Of(
            409,
            "too-many-senders",
            "Too many senders",
            $"There are {Senders.Most} already. Remove those that nobody uses any more."
        );

    public static ProblemHttpResult WrongCode =>
        Problem.Of(
            400,
            "wrong-code",
            "The code is wrong",
            "Type the six digits that the authenticator shows now. If they are never right, the clock of the phone or of this machine is wrong, or the secret was copied wrongly."
        );

    public static ProblemHttpResult Throttled(TimeSpan wait) =>
        Problem.Of(
            429,
            "too-many-attempts",
            "Too many wrong codes",
            string.Create(CultureInfo.InvariantCulture, $"Wait {Math.Ceiling(wait.TotalSeconds)} seconds, then try again.")
        );
}
