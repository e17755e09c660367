using PiLittleEye.Rights;

namespace PiLittleEye.Accounts;

/// <summary>People, by the session they signed in to.</summary>
internal sealed class SessionCallers(Sessions sessions) : ICallerSource
{
    // A viewer looks; who may do more is told so for each camera.
    private static readonly Grants s_viewer = Grants.OnEveryCamera(Right.Watch | Right.Photo);

    public CallerKind Kind => CallerKind.Account;

    public static Caller Of(Session session) =>
        new(CallerKind.Account, session.Id, session.Account.Name, session.Account.Role == AccountRole.Administrator ? Grants.All : s_viewer)
        {
            AccountId = session.Account.Id,
            IsAdministrator = session.Account.Role == AccountRole.Administrator,
        };

    public Caller? Refresh(Caller caller) => sessions.Find(caller.Credential) is { } session ? Of(session) : null;
}
