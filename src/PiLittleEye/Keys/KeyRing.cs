using System.Net;
using System.Security.Cryptography;
using PiLittleEye.Accounts;
using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>Makes, recognises and ends keys.</summary>
internal sealed class KeyRing(KeyStore store, AccountCallers accounts, AccessChanges changes, TimeProvider clock) : ICallerSource
{
    /// <summary>A farm of twenty printers with five programs each; more is a program that makes keys in a loop.</summary>
    public const int Most = 100;

    // Compared with where there is no such key, so that its absence takes as long as a wrong secret.
    private static readonly byte[] s_nobodys = new byte[SHA256.HashSizeInBytes];

    public CallerKind Kind => CallerKind.Key;

    public IReadOnlyList<AccessKey> All => store.All();

    /// <returns>The key and its secret, which is kept nowhere else; null when there are too many.</returns>
    public (AccessKey Key, string Secret)? Make(long accountId, string name, Grants grants, DateTimeOffset? expiresAt)
    {
        var secret = KeyForm.NewSecret();
        var key = new AccessKey(Id: 0, accountId, name, KeyForm.NewKey(), KeyForm.HashOf(secret), grants)
        {
            CreatedAt = clock.GetUtcNow(),
            ExpiresAt = expiresAt,
        };
        return store.Add(key, Most) is { } id ? (key with { Id = id }, secret) : null;
    }

    /// <returns>Null when it is wrong, expired, revoked, or its owner may do nothing any more.</returns>
    public Caller? Recognise(KeyPair shown, IPAddress? from, bool isInAddress)
    {
        if (!KeyForm.IsKey(shown.Key) || !KeyForm.IsSecret(shown.Secret))
        {
            return null;
        }

        var key = store.FindByKey(shown.Key);
        var isRight = CryptographicOperations.FixedTimeEquals(KeyForm.HashOf(shown.Secret), key?.SecretHash ?? s_nobodys);
        if (key is null || !isRight || CallerOf(key) is not { } caller)
        {
            return null;
        }

        LastUse.Note(key.LastUse, clock.GetUtcNow(), from, use => store.Note(key.Id, use));
        return caller with { IsFromAddress = isInAddress };
    }

    public Caller? Refresh(Caller caller) =>
        store.Find(KeyCaller.IdOf(caller)) is { } key && CallerOf(key) is { } now
            ? now with
            {
                IsFromAddress = caller.IsFromAddress,
            }
            : null;

    /// <returns>The one that has ended, with what was opened under it; null when there is none.</returns>
    public AccessKey? Revoke(long id)
    {
        if (store.Find(id) is not { } key)
        {
            return null;
        }

        store.Remove(id);
        changes.Tell();
        return key;
    }

    private Caller? CallerOf(AccessKey key) =>
        key.ExpiresAt <= clock.GetUtcNow() || accounts.Find(key.AccountId) is not { Owes: null } owner
            ? null
            // Never an administrator: what is about everybody is for people (KAR-W7).
            : new Caller(CallerKind.Key, KeyCaller.Credential(key.Id), key.Name, key.Grants.Within(owner.Grants))
            {
                AccountId = key.AccountId,
                ExpiresAt = KeyCaller.Earlier(key.ExpiresAt, owner.ExpiresAt),
            };
}
