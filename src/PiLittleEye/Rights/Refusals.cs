using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Problems;

namespace PiLittleEye.Rights;

/// <summary>What somebody is told who lacks a right.</summary>
internal static class Refusals
{
    public static ProblemHttpResult NotAllowed() =>
        Problem.Of(403, "not-allowed", "Not allowed", "You may not do this. Ask an administrator for the right to.");

    /// <summary>What is missing: a debt that must be paid first, a password that must be proved again, or the right itself.</summary>
    public static ProblemHttpResult Of(Caller? caller, Endpoint? endpoint)
    {
        var policies = endpoint?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ToList() ?? [];
        return caller switch
        {
            { Owes: "password" } => PasswordChangeNeeded(),
            { Owes: not null } when policies.Contains(Policies.OwingProof) => ProofNeeded(),
            { Owes: not null } => SecondFactorOwed(),
            { Kind: CallerKind.Account } when policies.Contains(Policies.RecentProof) || policies.Contains(Policies.OwingProof) =>
                ProofNeeded(),
            { Kind: CallerKind.Account, IsAdministrator: true } when policies.Contains(Policies.RecentAdministrator) => ProofNeeded(),
            _ => NotAllowed(),
        };
    }

    /// <summary>Also where the camera exists and whoever asks has no right on it: that tells nothing about it.</summary>
    public static ProblemHttpResult NoSuchCamera() =>
        Problem.Of(404, "no-such-camera", "No such camera", "GET /api/v1/cameras lists those you may see.");

    private static ProblemHttpResult PasswordChangeNeeded() =>
        Problem.Of(
            403,
            "password-change-needed",
            "Choose a password of your own first",
            "Somebody else chose the one you have: PUT /api/v1/session/password."
        );

    private static ProblemHttpResult SecondFactorOwed() =>
        Problem.Of(
            403,
            "second-factor-owed",
            "Set up a second factor first",
            "An administrator asks for one: POST /api/v1/session/second-factor."
        );

    private static ProblemHttpResult ProofNeeded() =>
        Problem.Of(
            403,
            "proof-needed",
            "Enter your password again",
            "This decides who may come in, and the last proof is too old: POST /api/v1/session/proof, then send this once more."
        );
}
