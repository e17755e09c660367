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

    // 256 bits: nobody guesses it, so the table needs no salt and no slow hash.
    private const int TokenBytes = 32;

    /// <returns>The token for the cookie; it is kept nowhere else.</returns>
    public string Open(Account account)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = clock.GetUtcNow();
        store.Add(HashOf(token), account.Id, now, now + Lifetime);
        return token;
    }

    public Session? Recognise(string token)
    {
        var hash = HashOf(token);
        var now = clock.GetUtcNow();
        var session = store.Find(hash, now);
        if (session is not null && now - session.SeenAt >= s_prolongEvery)
        {
            TryProlong(hash, now);
        }

        return session;
    }

    /// <returns>Null when it has ended.</returns>
    public Session? Find(string sessionId) => store.Find(Convert.FromHexString(sessionId), clock.GetUtcNow());

    public void End(string sessionId)
    {
        store.Remove(Convert.FromHexString(sessionId));
        changes.Tell();
    }

    private void TryProlong(byte[] hash, DateTimeOffset now)
    {
        try
        {
            store.Prolong(hash, now, now + Lifetime);
        }
        catch (StorageUnavailableException)
        {
            // A full card must not lock out the person who could free it; the next request tries again.
        }
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
