using Microsoft.AspNetCore.Http.HttpResults;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>What was asked about an account, read and judged before anything is done. Pure.</summary>
internal static class AccountPlan
{
    // More than one appliance has by far; every request of the account looks through them.
    private const int MostCameras = 100;

    // As the settings file allows.
    private const int LongestCamera = 32;

    /// <summary>A new account, but for its password.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="now">Ends must be later.</param>
    /// <param name="wanted">What it will be, without a password, when nothing is against it.</param>
    /// <returns>What is against it, or null.</returns>
    public static ProblemHttpResult? Refusal(NewAccountRequest request, DateTimeOffset now, out NewAccount? wanted)
    {
        wanted = null;
        if (!AccountName.TryNormalise(request.Name, out var name, out var key))
        {
            return AccountRefusal.UnusableName;
        }

        if (!RoleWords.TryRead(request.Role, out var role))
        {
            return AccountRefusal.UnusableRole;
        }

        if (!IsEndRight(role, request.ExpiresAt, now))
        {
            return AccountRefusal.UnusableEnd;
        }

        var rights = Account.UsualRights;
        if (request.Rights is { } words && !TryRead(words, out rights))
        {
            return AccountRefusal.UnusableRights;
        }

        wanted = new NewAccount(name, key, role, PasswordHash: string.Empty)
        {
            // Whoever added it knows the password. A guest's is meant to be handed on, and ends by itself.
            Owes = role == AccountRole.Guest ? null : Debts.Password,
            ExpiresAt = request.ExpiresAt,
            Rights = rights,
        };
        return null;
    }

    /// <summary>What an account becomes.</summary>
    /// <param name="before">What it is.</param>
    /// <param name="request">What is asked; what is left out stays.</param>
    /// <param name="others">Names of all others.</param>
    /// <param name="now">Ends must be later.</param>
    /// <param name="wanted">What it becomes, when nothing is against it.</param>
    /// <returns>What is against it, or null.</returns>
    public static ProblemHttpResult? Refusal(
        Account before,
        AccountChangeRequest request,
        IReadOnlyList<string> others,
        DateTimeOffset now,
        out AccountChange? wanted
    )
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
        if ((request.ExpiresAt is not null || role != before.Role) && !IsEndRight(role, end, now))
        {
            return AccountRefusal.UnusableEnd;
        }

        var rights = before.Given;
        if (request.Rights is { } words && !TryRead(words, out rights))
        {
            return AccountRefusal.UnusableRights;
        }

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

    /// <summary>For the log.</summary>
    public static string Told(AccountChangeRequest request) =>
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

    private static bool IsEndRight(AccountRole role, DateTimeOffset? end, DateTimeOffset now) =>
        role == AccountRole.Guest ? end > now : end is null;
}
