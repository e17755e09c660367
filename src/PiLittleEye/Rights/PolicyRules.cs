using Microsoft.AspNetCore.Authorization;

namespace PiLittleEye.Rights;

/// <summary>What each of <see cref="Policies"/> asks for.</summary>
internal static class PolicyRules
{
    /// <summary>A password that was proved longer ago must be proved again before anything that decides who may come in (KAR-2, KAR-3).</summary>
    public static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(10);

    // As Accounts calls it.
    private const string SecondFactorDebt = "second-factor";

    public static AuthorizationBuilder AddPolicies(this AuthorizationBuilder authorization, TimeProvider clock)
    {
        // Deny by default: an endpoint that says nothing about who may use it needs a caller without debts.
        var caller = Policy(asking => IsFree(asking) && !asking.IsFromAddress);
        return authorization
            .SetFallbackPolicy(caller)
            .SetDefaultPolicy(caller)
            .AddPolicy(Policies.Caller, caller)
            .AddPolicy(Policies.Picture, Policy(IsFree))
            .AddPolicy(Policies.AnySession, Policy(IsPerson))
            .AddPolicy(Policies.Visitor, Policy(asking => IsPerson(asking) || asking.Kind == CallerKind.HomeNetwork))
            .AddPolicy(Policies.Session, Policy(asking => IsPerson(asking) && IsFree(asking)))
            .AddPolicy(Policies.RecentProof, Policy(asking => IsPerson(asking) && IsFree(asking) && IsProved(asking, clock)))
            .AddPolicy(
                Policies.OwingProof,
                Policy(asking => IsPerson(asking) && (asking.Owes is null or SecondFactorDebt) && IsProved(asking, clock))
            )
            .AddPolicy(Policies.Administrator, Policy(asking => IsFree(asking) && asking.IsAdministrator))
            .AddPolicy(
                Policies.RecentAdministrator,
                Policy(asking => IsPerson(asking) && IsFree(asking) && asking.IsAdministrator && IsProved(asking, clock))
            );
    }

    public static bool IsProved(Caller caller, TimeProvider clock) =>
        caller.ProvedAt is { } proved && clock.GetUtcNow() - proved < ProofLasts;

    private static bool IsPerson(Caller caller) => caller.Kind == CallerKind.Account;

    private static bool IsFree(Caller caller) => caller.Owes is null;

    private static AuthorizationPolicy Policy(Func<Caller, bool> isMet) =>
        new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(context => context.User.FindCaller() is { } caller && isMet(caller))
            .Build();
}
