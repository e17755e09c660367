using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using PiLittleEye.Rights;
using PiLittleEye.Storage;

namespace PiLittleEye.Accounts;

/// <summary>Opens, recognises and ends sign-ins.</summary>
internal sealed class Sessions(SessionStore store, AccessChanges changes, TimeProvider clock)
{
    // PLE keeps 30 days; here they slide, so that a phone in use is never signed out.
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    // Each prolongation is a write to the card; a quarter of an hour is as exact as "last seen" needs to be.
    private static readonly TimeSpan s_prolongEvery = TimeSpan.FromMinutes(15);

    // Requests that were on their way when the token was exchanged arrive within this time even on a slow phone network.
    private static readonly TimeSpan s_formerTokenLasts = TimeSpan.FromSeconds(10);

    // 256 bits: nobody guesses it, so the table needs no salt and no slow hash.
    private const int TokenBytes = 32;

    // 96 bits: an id never comes back, so what was opened under one never belongs to another.
    private const int IdBytes = 12;

    /// <returns>The token for the cookie; it is kept nowhere else.</returns>
    public string Open(Account account, Visitor visitor)
    {
        var token = NewToken();
        var now = clock.GetUtcNow();
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        store.Add(id, HashOf(token), account.Id, visitor, now, now + Lifetime);
        return token;
    }

    public Session? Recognise(string token)
    {
        var now = clock.GetUtcNow();
        var session = store.Find(HashOf(token), now);
        if (session is not null && now - session.SeenAt >= s_prolongEvery)
        {
            TryProlong(session.Id, now);
        }

        return session;
    }

    /// <returns>Null when it has ended.</returns>
    public Session? Find(string sessionId) => store.Find(sessionId, clock.GetUtcNow());

    public IReadOnlyList<SessionItem> List(Caller owner) => store.List(owner.AccountId ?? 0, owner.Credential, clock.GetUtcNow());

    /// <summary>The password was proved again; whoever holds a copy of the old token has not proved anything.</summary>
    /// <returns>The new token.</returns>
    public string Exchange(string sessionId)
    {
        var token = NewToken();
        var now = clock.GetUtcNow();
        store.Exchange(sessionId, HashOf(token), now, now + s_formerTokenLasts);
        return token;
    }

    /// <returns>Whether this account had one with this id.</returns>
    public bool End(string sessionId, long accountId)
    {
        var isEnded = store.Remove(sessionId, accountId);
        changes.Tell();
        return isEnded;
    }

    /// <param name="accountId">Whose.</param>
    /// <param name="keptId">The one that goes on; none when null.</param>
    public void EndAll(long accountId, string? keptId = null)
    {
        store.RemoveAll(accountId, keptId);
        changes.Tell();
    }

    private void TryProlong(string id, DateTimeOffset now)
    {
        try
        {
            store.Prolong(id, now, now + Lifetime);
        }
        catch (StorageUnavailableException)
        {
            // A full card must not lock out the person who could free it; the next request tries again.
        }
    }

    private static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
