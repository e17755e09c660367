using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;

namespace PiLittleEye.Keys;

/// <summary>What is said about keys and tickets that open nothing. Never a part of them: errors are copied into chats.</summary>
internal static class KeyRefusals
{
    public static ProblemHttpResult WrongKey() =>
        Problem.Of(
            401,
            "wrong-key",
            "This key opens nothing",
            "Key or secret is wrong, or the key has expired or was revoked. Compare both, or ask an administrator for a new one."
        );

    public static ProblemHttpResult WrongTicket() =>
        Problem.Of(
            401,
            "wrong-ticket",
            "This link opens nothing",
            "It is not complete, its time is over, or it was revoked. Ask whoever sent it for a new one."
        );

    public static ProblemHttpResult TooManyWrong(int seconds) =>
        Problem.Of(
            429,
            "too-many-wrong-keys",
            "Too many wrong keys",
            $"From this address came too many keys or links that open nothing. Correct them, and wait {seconds} seconds."
        );

    public static ProblemHttpResult TooManyKeys() =>
        Problem.Of(409, "too-many-keys", "Too many keys", $"There are {KeyRing.Most} already. Revoke those that nobody uses any more.");

    public static ProblemHttpResult TooManyTickets() =>
        Problem.Of(
            409,
            "too-many-tickets",
            "Too many links",
            $"You have {Tickets.Most} already. Revoke some, or wait until the first of them ends."
        );

    public static ProblemHttpResult NoSuchKey() => Problem.Of(404, "no-such-key", "No such key", "GET /api/v1/keys lists those there are.");

    public static ProblemHttpResult NoSuchTicket() =>
        Problem.Of(404, "no-such-ticket", "No such link", "GET /api/v1/tickets lists those there are; others have ended.");
}
