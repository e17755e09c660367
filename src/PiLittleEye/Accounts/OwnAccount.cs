using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>What people do with their own account: prove that they know its password, choose another one.</summary>
internal sealed class OwnAccount(
    AccountStore accounts,
    Sessions sessions,
    Passwords passwords,
    PasswordStore secrets,
    SecondFactor factor,
    AttemptThrottle throttle,
    AccessChanges changes,
    AccountsTrail trail
)
{
    /// <returns>The session's new token, or why it was not proved.</returns>
    public async Task<(string? Token, ProblemHttpResult? Refusal)> ProveAsync(
        Caller caller,
        ProofRequest request,
        CancellationToken cancellationToken
    )
    {
        var (account, refusal) = await CheckAsync(caller, request.Password, cancellationToken);
        if (account is null)
        {
            return (null, refusal);
        }

        if (account.HasSecondFactor)
        {
            if (string.IsNullOrWhiteSpace(request.Code))
            {
                return (null, AccountRefusal.SecondFactorNeeded);
            }

            if (!factor.Check(account.Id, request.Code))
            {
                // Counted like a wrong password: whoever knows that must not guess codes without end.
                _ = throttle.Admit(AttemptThrottle.KeyOfSession(caller.Credential));
                return (null, AccountRefusal.WrongCode);
            }
        }

        return (sessions.Exchange(caller.Credential), null);
    }

    /// <summary>Ends every session opened with the old password, this one's streams included: a copy of its token may be elsewhere.</summary>
    /// <returns>The token of the session that takes this one's place, or why the password stays.</returns>
    public async Task<(string? Token, ProblemHttpResult? Refusal)> ChangePasswordAsync(
        PasswordChangeRequest request,
        Actor actor,
        Caller caller,
        Visitor visitor,
        CancellationToken cancellationToken
    )
    {
        var (account, refusal) = await CheckAsync(caller, request.Current, cancellationToken);
        if (account is null)
        {
            return (null, refusal);
        }

        if (PasswordRule.Refusal(request.New) is { } unusable)
        {
            return (null, unusable);
        }

        if (request.New == request.Current)
        {
            return (null, AccountRefusal.SamePassword);
        }

        if (await passwords.HashAsync(request.New!, cancellationToken) is not { } hash)
        {
            return (null, AccountRefusal.Busy(Passwords.RushSeconds));
        }

        secrets.Change(account.Id, hash, owes: null);
        var token = sessions.Open(account, visitor);
        changes.Tell();
        await trail.SaveAsync("password-changed", actor, account.Name, $"{account.Name} chose another password.");
        return (token, null);
    }

    private async Task<(Account? Account, ProblemHttpResult? Refusal)> CheckAsync(
        Caller caller,
        string? password,
        CancellationToken cancellationToken
    )
    {
        // By session: who stole one may guess as little as a stranger, and cannot keep its owner from signing in.
        var key = AttemptThrottle.KeyOfSession(caller.Credential);
        var wait = throttle.Admit(key);
        if (wait > TimeSpan.Zero)
        {
            return (null, AccountRefusal.Throttled((int)Math.Ceiling(wait.TotalSeconds)));
        }

        var account = accounts.Find(caller.AccountId ?? 0);
        var typed = password is { Length: <= PasswordRule.Longest } ? password : string.Empty;
        switch (await passwords.VerifyAsync(account, typed, cancellationToken))
        {
            case null:
                throttle.Forgive(key);
                return (null, AccountRefusal.Busy(Passwords.RushSeconds));
            case PasswordVerificationResult.Failed:
                return (null, AccountRefusal.WrongPassword);
            default:
                throttle.Forgive(key);
                return (account, null);
        }
    }
}
