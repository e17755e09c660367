using Microsoft.AspNetCore.Identity;

namespace PiLittleEye.Accounts;

/// <summary>Lets people in: the first one with the set-up code, everybody else with name and password. Failures are counted before anything is hashed.</summary>
internal sealed class SignIn(
    AccountStore accounts,
    Sessions sessions,
    Passwords passwords,
    PasswordStore secrets,
    SecondFactor factor,
    SetupCode setupCode,
    AttemptThrottle throttle,
    KnownAddressStore known,
    FailedSignIns failed,
    TimeProvider clock,
    SignInTrail trail
)
{
    private static readonly TimeSpan s_rush = TimeSpan.FromSeconds(Passwords.RushSeconds);

    public async Task<SignInResult> ClaimAsync(
        string? code,
        string? name,
        string? password,
        Visitor visitor,
        CancellationToken cancellationToken
    )
    {
        if (setupCode.IsClaimed)
        {
            return new SignInResult(SignInOutcome.AlreadyClaimed);
        }

        var address = AttemptThrottle.KeyOf(visitor.Address);
        var wait = throttle.Admit(address);
        if (wait > TimeSpan.Zero)
        {
            return new SignInResult(SignInOutcome.Throttled, Wait: wait);
        }

        if (!setupCode.Matches(code))
        {
            if (setupCode.IsClaimed)
            {
                // By somebody else, in this very moment: the code was right and is void.
                return new SignInResult(SignInOutcome.AlreadyClaimed);
            }

            trail.ClaimRefused(visitor);
            return new SignInResult(SignInOutcome.WrongCode);
        }

        throttle.Forgive(address);

        if (!AccountName.TryNormalise(name, out var shown, out var key))
        {
            return new SignInResult(SignInOutcome.UnusableName);
        }

        if (PasswordRule.Refusal(password) is not null)
        {
            return new SignInResult(SignInOutcome.UnusablePassword);
        }

        if (await passwords.HashAsync(password!, cancellationToken) is not { } hash)
        {
            return new SignInResult(SignInOutcome.Busy, Wait: s_rush);
        }

        if (accounts.AddFirst(shown, key, AccountRole.Administrator, hash) is not { } account)
        {
            return new SignInResult(SignInOutcome.AlreadyClaimed);
        }

        _ = setupCode.Current();
        trail.Claimed(account, visitor);
        return LetIn(account, visitor);
    }

    public async Task<SignInResult> WithPasswordAsync(
        string? name,
        string? password,
        string? code,
        Visitor visitor,
        CancellationToken cancellationToken
    )
    {
        if (!AccountName.TryNormalise(name, out _, out var nameKey) || password is not { Length: > 0 and <= PasswordRule.Longest })
        {
            // Counted all the same, so that nonsense is not a free way to probe.
            nameKey = string.Empty;
            password = string.Empty;
        }

        var address = AttemptThrottle.KeyOf(visitor.Address);
        var account = accounts.FindByKey(nameKey);
        var isKnown = account is not null && known.IsKnown(account.Id, address);
        var unlocks = account?.Unlocks ?? 0;
        string[] keys = isKnown
            ? [AttemptThrottle.KeyOfKnown(address, nameKey, unlocks)]
            : [address, AttemptThrottle.KeyOfName(nameKey, unlocks)];

        // Counted before the slow check and forgiven after it: a hundred guesses sent at once must not all pass the gate.
        var wait = throttle.Admit(keys);
        if (wait > TimeSpan.Zero)
        {
            return new SignInResult(SignInOutcome.Throttled, Wait: wait);
        }

        var mayEnter = account is not null && account.IsOpen(clock.GetUtcNow()) && (isKnown || !account.IsGuarded);
        if (await CheckAsync(mayEnter ? account : null, password, isKnown, keys, cancellationToken) is not var (verdict, isTold))
        {
            // Nothing was checked, so nothing has failed.
            Array.ForEach(keys, throttle.Forgive);
            return new SignInResult(SignInOutcome.Busy, Wait: s_rush);
        }

        if (account is null || verdict == PasswordVerificationResult.Failed || !mayEnter)
        {
            if (mayEnter && verdict == PasswordVerificationResult.Failed)
            {
                failed.Add(new FailedSignIn(account!.Id, isKnown ? address : null));
            }

            if (isTold || mayEnter)
            {
                trail.Refused(account, visitor);
            }

            // The same words for a right password of an account that is locked or over. And where too many wait, the same words for all
            // who are not let in, which count as failures for all of them: else who counts could tell which names exist.
            return isTold ? new SignInResult(SignInOutcome.Refused) : new SignInResult(SignInOutcome.Busy, Wait: s_rush);
        }

        if (account.HasSecondFactor && string.IsNullOrWhiteSpace(code))
        {
            // Half of what is needed is neither a failure nor a success.
            Array.ForEach(keys, throttle.Forgive);
            return new SignInResult(SignInOutcome.SecondFactorNeeded);
        }

        if (account.HasSecondFactor && !factor.Check(account.Id, code!))
        {
            failed.Add(new FailedSignIn(account.Id, isKnown ? address : null));
            trail.Refused(account, visitor);
            return new SignInResult(SignInOutcome.WrongSecondFactor);
        }

        if (!isKnown)
        {
            throttle.Forgive(address);
        }

        throttle.Forget(keys[^1]);
        if (
            verdict == PasswordVerificationResult.SuccessRehashNeeded
            && await passwords.HashAsync(password, cancellationToken) is { } dearer
        )
        {
            secrets.Rehash(account.Id, dearer);
        }

        return LetIn(account, visitor);
    }

    // Null when too many wait who all come from known places.
    private async Task<PasswordCheck?> CheckAsync(
        Account? account,
        string password,
        bool isKnown,
        string[] keys,
        CancellationToken cancellationToken
    )
    {
        if (!isKnown)
        {
            return await passwords.VerifyStrangerAsync(account, password, () => throttle.FailuresOf(keys), cancellationToken);
        }

        return await passwords.VerifyAsync(account, password, cancellationToken) is { } verdict
            ? new PasswordCheck(verdict, IsTold: true)
            : null;
    }

    private SignInResult LetIn(Account account, Visitor visitor)
    {
        trail.SignedIn(account, visitor);
        known.Remember(account.Id, AttemptThrottle.KeyOf(visitor.Address));
        return new SignInResult(SignInOutcome.SignedIn, sessions.Open(account, visitor));
    }
}
