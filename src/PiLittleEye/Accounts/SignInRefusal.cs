using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;

namespace PiLittleEye.Accounts;

/// <summary>Why somebody was not let in, in words. None of them tells which of name and password was wrong.</summary>
internal static class SignInRefusal
{
    /// <param name="outcome">Anything but a sign-in.</param>
    /// <param name="seconds">How long to wait, where that is the remedy.</param>
    public static ProblemHttpResult Of(SignInOutcome outcome, int seconds) =>
        outcome switch
        {
            SignInOutcome.Refused => Problem.Of(
                401,
                "wrong-name-or-password",
                "Name or password is wrong",
                "Check both; capital letters count in the password."
            ),
            SignInOutcome.SecondFactorNeeded => SecondFactorNeeded(401),
            SignInOutcome.WrongSecondFactor => WrongSecondFactor(401),
            SignInOutcome.Throttled => Problem.Of(
                429,
                "too-many-attempts",
                "Too many attempts",
                $"Wait {seconds} seconds, then try again."
            ),
            SignInOutcome.Busy => Problem.Of(
                503,
                "too-many-sign-ins",
                "Too many people sign in at once",
                $"Wait {seconds} seconds, then try again."
            ),
            SignInOutcome.WrongCode => Problem.Of(
                403,
                "wrong-setup-code",
                "The set-up code is wrong",
                "It stands on the camera's console and in its journal; pi-little-eye setup-code prints it."
            ),
            SignInOutcome.AlreadyClaimed => Problem.Of(
                409,
                "already-claimed",
                "Already claimed",
                "This camera has an administrator. Sign in, or ask that person for an account."
            ),
            SignInOutcome.UnusableName => Problem.Of(
                400,
                "unusable-name",
                "Nobody can be called that",
                $"Use 1 to {AccountName.Longest} letters, digits or signs."
            ),
            SignInOutcome.UnusablePassword => Problem.Of(
                400,
                "unusable-password",
                "That password cannot be used",
                $"Use {PasswordRule.Shortest} to {PasswordRule.Longest} characters. Several words make a good one."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
        };

    /// <param name="status">401 for strangers, 403 for whoever is signed in: that must not look like the session's end.</param>
    public static ProblemHttpResult SecondFactorNeeded(int status) =>
        Problem.Of(
            status,
            "second-factor-needed",
            "A code is needed as well",
            "Send the code your authenticator shows, or a recovery code."
        );

    /// <param name="status">As for <see cref="SecondFactorNeeded"/>.</param>
    public static ProblemHttpResult WrongSecondFactor(int status) =>
        Problem.Of(
            status,
            "wrong-code",
            "The code is wrong",
            "Each works once and for half a minute. Wait for the next one; if it stays wrong, set the phone's clock by the network."
        );
}
