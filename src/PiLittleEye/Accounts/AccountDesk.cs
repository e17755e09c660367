using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>What administrators do with accounts, on the page and on the command line. Each change counts at once, also for running streams.</summary>
internal sealed class AccountDesk(
    AccountStore accounts,
    SessionStore sessions,
    Passwords passwords,
    PasswordStore secrets,
    AccessChanges changes,
    AccountsTrail trail,
    TimeProvider clock
)
{
    public IReadOnlyList<AccountItem> List() => accounts.List(clock.GetUtcNow());

    /// <returns>As the list tells of it; null when there is none.</returns>
    public AccountItem? Show(long id) => List().FirstOrDefault(item => item.Id == id);

    /// <returns>The account, or why there is none.</returns>
    public async Task<(Account? Added, ProblemHttpResult? Refusal)> AddAsync(
        NewAccountRequest request,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        if (AccountPlan.Refusal(request, clock.GetUtcNow(), out var plan) is { } refusal)
        {
            return (null, refusal);
        }

        if (PasswordRule.Refusal(request.Password) is { } unusable)
        {
            return (null, unusable);
        }

        if (await passwords.HashAsync(request.Password!, cancellationToken) is not { } hash)
        {
            return (null, AccountRefusal.Busy(Passwords.RushSeconds));
        }

        var wanted = plan! with { PasswordHash = hash };
        if (accounts.Add(wanted, others => !AccountName.IsTaken(wanted.Name, others)) is not { } added)
        {
            return (null, AccountRefusal.NameTaken);
        }

        await trail.SaveAsync("account-added", actor, added.Name, $"{added.Name} was added as {RoleWords.Of(added.Role)}.");
        return (added, null);
    }

    /// <returns>Null when it is done.</returns>
    public async Task<ProblemHttpResult?> ChangeAsync(long id, AccountChangeRequest request, Actor actor)
    {
        if (id == actor.AccountId && request.IsLocked == true)
        {
            return AccountRefusal.OwnAccount;
        }

        ProblemHttpResult? refusal = AccountRefusal.NoSuchAccount;
        var changed = accounts.Change(
            id,
            (before, others) =>
            {
                refusal = AccountPlan.Refusal(before, request, others, clock.GetUtcNow(), out var wanted);
                return wanted;
            }
        );
        if (changed is null)
        {
            return refusal ?? AccountRefusal.LastAdministrator;
        }

        changes.Tell();
        await trail.SaveAsync(
            "account-changed",
            actor,
            changed.Name,
            $"The account of {changed.Name} was changed: {AccountPlan.Told(request)}."
        );
        return null;
    }

    /// <returns>Null when it is gone.</returns>
    public async Task<ProblemHttpResult?> RemoveAsync(long id, Actor actor)
    {
        if (id == actor.AccountId)
        {
            return AccountRefusal.OwnAccount;
        }

        if (accounts.Find(id) is not { } account)
        {
            return AccountRefusal.NoSuchAccount;
        }

        if (!accounts.Remove(id))
        {
            return AccountRefusal.LastAdministrator;
        }

        changes.Tell();
        await trail.SaveAsync("account-deleted", actor, account.Name, $"The account of {account.Name} was deleted.");
        return null;
    }

    /// <summary>Gives it a password that must be changed at the next sign-in.</summary>
    /// <returns>Null when it is done.</returns>
    public async Task<ProblemHttpResult?> SetPasswordAsync(long id, string? password, Actor actor, CancellationToken cancellationToken)
    {
        if (id == actor.AccountId)
        {
            return AccountRefusal.OwnAccount;
        }

        if (accounts.Find(id) is not { } account)
        {
            return AccountRefusal.NoSuchAccount;
        }

        if (PasswordRule.Refusal(password) is { } unusable)
        {
            return unusable;
        }

        if (await passwords.HashAsync(password!, cancellationToken) is not { } hash)
        {
            return AccountRefusal.Busy(Passwords.RushSeconds);
        }

        secrets.Change(id, hash, account.Role == AccountRole.Guest ? null : Debts.Password);
        changes.Tell();
        await trail.SaveAsync("account-password-set", actor, account.Name, $"{account.Name} was given another password.");
        return null;
    }

    /// <returns>Null when it is done.</returns>
    public async Task<ProblemHttpResult?> SignOutEverywhereAsync(long id, Actor actor)
    {
        if (accounts.Find(id) is not { } account)
        {
            return AccountRefusal.NoSuchAccount;
        }

        sessions.RemoveAll(id);
        changes.Tell();
        await trail.SaveAsync("account-signed-out", actor, account.Name, $"{account.Name} was signed out everywhere.");
        return null;
    }

    /// <summary>The camera is as on its first day, and claimed with the set-up code.</summary>
    public Task ForgetEverybodyAsync(Actor actor)
    {
        accounts.RemoveAll();
        changes.Tell();
        return trail.SaveAsync("factory-reset", actor, "everybody", "All accounts were removed; the camera is to be claimed anew.");
    }
}
