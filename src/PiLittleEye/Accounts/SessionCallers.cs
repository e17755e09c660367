using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>People, by the session they signed in to.</summary>
internal sealed class SessionCallers(Sessions sessions) : ICallerSource
{
    public CallerKind Kind => CallerKind.Account;

    public static Caller Of(Session session)
    {
        var ofAccount = Of(session.Account, session.Id);
        return ofAccount with
        {
            ProvedAt = session.ProvedAt,
            ExpiresAt = ofAccount.ExpiresAt < session.ExpiresAt ? ofAccount.ExpiresAt : session.ExpiresAt,
        };
    }

    public static Caller Of(Account account, string credential) =>
        new(CallerKind.Account, credential, account.Name, account.Owes is null ? account.Rights : Grants.None)
        {
            AccountId = account.Id,
            IsAdministrator = account.IsAdministrator,
            ExpiresAt = account.ExpiresAt,
            Owes = account.Owes,
        };

    public Caller? Refresh(Caller caller) => sessions.Find(caller.Credential) is { } session ? Of(session) : null;
}
