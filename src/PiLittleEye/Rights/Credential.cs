using Microsoft.AspNetCore.Http.HttpResults;

namespace PiLittleEye.Rights;

/// <summary>What a request has in one place to prove where it comes from.</summary>
/// <param name="Caller">Whose it is, when it is good.</param>
/// <param name="Refusal">Why it is not.</param>
/// <param name="Wait">How long until the next try, where that is the remedy.</param>
internal sealed record Credential(Caller? Caller, ProblemHttpResult? Refusal, TimeSpan Wait)
{
    /// <summary>Nothing in that place: somebody else may know the request.</summary>
    public static readonly Credential None = new(Caller: null, Refusal: null, TimeSpan.Zero);

    public static Credential Of(Caller caller) => new(caller, Refusal: null, TimeSpan.Zero);

    /// <summary>There is one and it opens nothing; no other place is looked at, so that a wrong one is never hidden by another.</summary>
    public static Credential Refused(ProblemHttpResult refusal, TimeSpan wait = default) => new(Caller: null, refusal, wait);
}
