using PiLittleEye.Audit;
using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>Who changes something, for the log.</summary>
/// <param name="Name">Of the account.</param>
/// <param name="AccountId">Null for the command line, which has no account that it could shut out.</param>
/// <param name="Address">Where from.</param>
internal sealed record Actor(string Name, long? AccountId, string? Address)
{
    public static readonly Actor CommandLine = new(AuditEntry.CommandLine, AccountId: null, Environment.UserName);

    public static Actor Of(HttpContext context)
    {
        var caller = context.User.Caller();
        return new Actor(caller.Name, caller.AccountId, AddressText.Of(context.Connection.RemoteIpAddress));
    }
}
