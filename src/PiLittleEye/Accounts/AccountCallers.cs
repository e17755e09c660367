using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>Accounts as those in whose name something else comes: a key, a ticket. It may never do more than they may at that moment.</summary>
internal sealed class AccountCallers(AccountStore accounts, TimeProvider clock)
{
    /// <returns>What a session of the account would be now; null when it could have none.</returns>
    public Caller? Find(long accountId) =>
        accounts.Find(accountId) is { } account && account.IsOpen(clock.GetUtcNow()) ? SessionCallers.Of(account, string.Empty) : null;

    /// <summary>Of any account, also of one that may do nothing: whoever lists what was made must see by whom.</summary>
    public string? NameOf(long accountId) => accounts.Find(accountId)?.Name;

    /// <summary>For what the command line makes, behind which no account stands.</summary>
    /// <returns>The oldest that may do anything; null when nobody has claimed this camera.</returns>
    public Caller? FirstAdministrator() =>
        accounts.IdsOf(AccountRole.Administrator).Select(Find).FirstOrDefault(caller => caller is { Owes: null });

    /// <param name="name">However it is written.</param>
    public Caller? FindByName(string name) =>
        AccountName.TryNormalise(name, out _, out var key) && accounts.FindByKey(key) is { } account ? Find(account.Id) : null;
}
