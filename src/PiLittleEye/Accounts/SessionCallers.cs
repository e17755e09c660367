using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>People, by the session they signed in to.</summary>
internal sealed class SessionCallers(Sessions sessions) : ICallerSource
{
    // A viewer looks; who may do more is told so for each camera.
    private static readonly Grants s_viewer = Grants.OnEveryCamera(Right.Watch | Right.Photo);

    public CallerKind Kind => CallerKind.Account;

    public static Caller Of(Session session) => Of(session.Account, session.Id);

    public static Caller Of(Account account, string credential) =>
        new(CallerKind.Account, credential, account.Name, account.Role == AccountRole.Administrator ? Grants.All : s_viewer)
        {
            AccountId = account.Id,
            IsAdministrator = account.Role == AccountRole.Administrator,
        };

    public Caller? Refresh(Caller caller) => sessions.Find(caller.Credential) is { } session ? Of(session) : null;
}
