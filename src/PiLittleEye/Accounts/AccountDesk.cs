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
    // More than one appliance has by far; every request of the account looks through them.
    private const int MostCameras = 100;

    // As the settings file allows.
    private const int LongestCamera = 32;

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
        if (!AccountName.TryNormalise(request.Name, out var name, out var key))
        {
            return (null, AccountRefusal.UnusableName);
        }

        if (!RoleWords.TryRead(request.Role, out var role))
        {
            return (null, AccountRefusal.UnusableRole);
        }

        if (!IsEndRight(role, request.ExpiresAt))
        {
            return (null, AccountRefusal.UnusableEnd);
        }

        var rights = Account.UsualRights;
        if (request.Rights is { } words && !TryRead(words, out rights))
        {
            return (null, AccountRefusal.UnusableRights);
        }

        if (PasswordRule.Refusal(request.Password) is { } unusable)
        {
            return (null, unusable);
        }

        if (await passwords.HashAsync(request.Password!, cancellationToken) is not { } hash)
        {
            return (null, AccountRefusal.Busy(Passwords.RushSeconds));
        }

        var wanted = new NewAccount(name, key, role, hash)
        {
            // Whoever added it knows the password. A guest's is meant to be handed on, and ends by itself.
            Owes = role == AccountRole.Guest ? null : Debts.Password,
            ExpiresAt = request.ExpiresAt,
            Rights = rights,
        };
        if (accounts.Add(wanted, others => !AccountName.IsTaken(name, others)) is not { } added)
        {
            return (null, AccountRefusal.NameTaken);
        }

        await trail.SaveAsync("account-added", actor, name, $"{name} was added as {RoleWords.Of(role)}.");
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
                refusal = Plan(before, request, others, out var wanted);
                return wanted;
            }
        );
        if (changed is null)
        {
            return refusal ?? AccountRefusal.LastAdministrator;
        }

        changes.Tell();
        await trail.SaveAsync("account-changed", actor, changed.Name, $"The account of {changed.Name} was changed: {Told(request)}.");
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

    private ProblemHttpResult? Plan(Account before, AccountChangeRequest request, IReadOnlyList<string> others, out AccountChange? wanted)
    {
        wanted = null;
        if (!AccountName.TryNormalise(request.Name ?? before.Name, out var name, out var key))
        {
            return AccountRefusal.UnusableName;
        }

        if (request.Name is not null && AccountName.IsTaken(name, others))
        {
            return AccountRefusal.NameTaken;
        }

        var role = before.Role;
        if (request.Role is not null && !RoleWords.TryRead(request.Role, out role))
        {
            return AccountRefusal.UnusableRole;
        }

        // Who stops being a guest has no end any more.
        var end = request.ExpiresAt ?? (role == AccountRole.Guest ? before.ExpiresAt : null);
        if ((request.ExpiresAt is not null || role != before.Role) && !IsEndRight(role, end))
        {
            return AccountRefusal.UnusableEnd;
        }

        var rights = before.Given;
        if (request.Rights is { } words && !TryRead(words, out rights))
        {
            return AccountRefusal.UnusableRights;
        }

        var now = clock.GetUtcNow();
        var lockedAt = request.IsLocked switch
        {
            true => before.LockedAt ?? now,
            false => null,
            null => before.LockedAt,
        };
        wanted = new AccountChange(name, key, role, lockedAt, end, rights)
        {
            IsUnlocking = request.IsLocked == false,
            // Also when it was over: sessions of before its end must not come back with a later one.
            EndsSessions = role != before.Role || lockedAt is not null || !before.IsOpen(now),
        };
        return null;
    }

    private static string Told(AccountChangeRequest request) =>
        string.Join(
            ", ",
            new[]
            {
                request.Name is null ? null : "name",
                request.Role is null ? null : $"now {request.Role}",
                request.IsLocked switch
                {
                    true => "locked",
                    false => "unlocked",
                    null => null,
                },
                request.ExpiresAt is null ? null : "end",
                request.Rights is null ? null : "rights",
            }.Where(part => part is not null)
        );

    // A camera need not be there: it may be away, or still to come.
    private static bool TryRead(IReadOnlyDictionary<string, string[]> words, out Grants rights)
    {
        rights = GrantWords.TryRead(words, out var read) ? read : Grants.None;
        return read is not null && words.Count <= MostCameras && words.Keys.All(CanBeCamera) && words.Values.All(list => list is not null);
    }

    private static bool CanBeCamera(string id) =>
        id == Grants.AnyCamera
        || (id.Length is > 0 and <= LongestCamera && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));

    private bool IsEndRight(AccountRole role, DateTimeOffset? end) => role == AccountRole.Guest ? end > clock.GetUtcNow() : end is null;
}
