using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;

namespace PiLittleEye.Accounts;

/// <summary>Why an account was not changed, in words for the page and the command line alike.</summary>
internal static class AccountRefusal
{
    public static readonly ProblemHttpResult NoSuchAccount = Problem.Of(
        404,
        "no-such-account",
        "No such account",
        "Somebody may have deleted it. Load the list again."
    );

    public static readonly ProblemHttpResult UnusableName = Problem.Of(
        400,
        "unusable-name",
        "Nobody can be called that",
        $"Use 1 to {AccountName.Longest} letters, digits or signs."
    );

    public static readonly ProblemHttpResult NameTaken = Problem.Of(
        409,
        "name-taken",
        "There is an account with that name",
        "It may be written otherwise and still look the same. Choose another one."
    );

    public static readonly ProblemHttpResult UnusableRole = Problem.Of(
        400,
        "unusable-role",
        "There is no such role",
        $"Use {RoleWords.All}."
    );

    public static readonly ProblemHttpResult UnusableRights = Problem.Of(
        400,
        "unusable-rights",
        "These are no rights",
        "For each camera, or * for all, list any of watch, photo, settings, control."
    );

    public static readonly ProblemHttpResult UnusableEnd = Problem.Of(
        400,
        "unusable-end",
        "A guest needs a moment in the future at which it ends",
        "Send expiresAt with one, for guests only."
    );

    public static readonly ProblemHttpResult LastAdministrator = Problem.Of(
        409,
        "last-administrator",
        "This is the last administrator",
        "Nobody could let anybody in any more. Make somebody else an administrator first."
    );

    public static readonly ProblemHttpResult OwnAccount = Problem.Of(
        403,
        "own-account",
        "This is your own account",
        "Another administrator can do that. Your own password is changed with the present one."
    );

    public static readonly ProblemHttpResult WrongPassword = Problem.Of(
        403,
        "wrong-password",
        "The password is wrong",
        "It is the one you sign in with; capital letters count."
    );

    public static readonly ProblemHttpResult WrongCode = SignInRefusal.WrongSecondFactor(403);

    public static readonly ProblemHttpResult SecondFactorNeeded = SignInRefusal.SecondFactorNeeded(403);

    public static readonly ProblemHttpResult SamePassword = Problem.Of(
        400,
        "same-password",
        "That is the password of before",
        "Choose another one."
    );

    public static ProblemHttpResult Throttled(int seconds) => SignInRefusal.Of(SignInOutcome.Throttled, seconds);

    public static ProblemHttpResult Busy(int seconds) => SignInRefusal.Of(SignInOutcome.Busy, seconds);
}
