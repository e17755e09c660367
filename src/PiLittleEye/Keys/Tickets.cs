using System.Net;
using PiLittleEye.Accounts;
using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>
/// Makes, recognises and ends tickets. A ticket is a random number whose hash stands in the table, and not a signature: tickets are listed
/// and revoked, so each has a row anyway, and there is no signing key that could be copied with a backup and open everything for ever.
/// </summary>
internal sealed class Tickets(TicketStore store, AccountCallers accounts, AccessChanges changes, TimeProvider clock) : ICallerSource
{
    /// <summary>For one account. A page that makes one at each visit ends here, not on a full card.</summary>
    public const int Most = 100;

    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    // A week: a long print and somebody's holiday. What shall last longer is a key, with a name and an owner who sees it used.
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public CallerKind Kind => CallerKind.Ticket;

    public IReadOnlyList<Ticket> All => store.All();

    /// <returns>The ticket and what stands in its link, which is kept nowhere else; null when there are too many.</returns>
    public (Ticket Ticket, string Token)? Make(long accountId, string name, string camera, bool isKiosk, TimeSpan lifetime)
    {
        var token = KeyForm.NewSecret();
        var now = clock.GetUtcNow();
        var ticket = new Ticket(Id: 0, accountId, name, camera, isKiosk) { CreatedAt = now, ExpiresAt = now + lifetime };
        return store.Add(ticket, KeyForm.HashOf(token), Most) is { } id ? (ticket with { Id = id }, token) : null;
    }

    /// <returns>Null when it is wrong, over, revoked, or its owner may do nothing any more.</returns>
    public Caller? Recognise(string token, IPAddress? from)
    {
        // Found by its hash: how long that takes tells nothing about the token.
        if (!KeyForm.IsSecret(token) || store.FindByHash(KeyForm.HashOf(token)) is not { } ticket || CallerOf(ticket) is not { } caller)
        {
            return null;
        }

        LastUse.Note(ticket.LastUse, clock.GetUtcNow(), from, use => store.Note(ticket.Id, use));
        return caller;
    }

    public Caller? Refresh(Caller caller) => store.Find(KeyCaller.IdOf(caller)) is { } ticket ? CallerOf(ticket) : null;

    /// <param name="id">Of the ticket.</param>
    /// <param name="accountId">Whose it must be; null when it may be anybody's.</param>
    /// <returns>The one that has ended, with what was opened under it; null when there is none.</returns>
    public Ticket? Revoke(long id, long? accountId)
    {
        if (store.Find(id) is not { } ticket || (accountId is { } owner && ticket.AccountId != owner))
        {
            return null;
        }

        store.Remove(id);
        changes.Tell();
        return ticket;
    }

    private Caller? CallerOf(Ticket ticket)
    {
        if (accounts.Find(ticket.AccountId) is not { Owes: null } owner)
        {
            return null;
        }

        // A wall display looks and does nothing else.
        var given = new Grants([new(ticket.Camera, ticket.IsKiosk ? Right.Watch : Right.Watch | Right.Photo)]);
        return new Caller(CallerKind.Ticket, KeyCaller.Credential(ticket.Id), ticket.Name, given.Within(owner.Grants))
        {
            AccountId = ticket.AccountId,
            ExpiresAt = KeyCaller.Earlier(ticket.ExpiresAt, owner.ExpiresAt),
            IsKiosk = ticket.IsKiosk,
            IsFromAddress = true,
        };
    }
}
