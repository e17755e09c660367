using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>Accounts as those in whose name something else comes: a key, a ticket. It may never do more than they may at that moment.</summary>
internal sealed class AccountCallers(AccountStore accounts)
{
    /// <returns>What a session of the account would be now; null when it could have none.</returns>
    public Caller? Find(long accountId) => accounts.Find(accountId) is { } account ? SessionCallers.Of(account, string.Empty) : null;
}
