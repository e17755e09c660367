using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>Answer to <c>POST /api/v1/keys</c>: the only one that ever has the secret in it.</summary>
internal sealed record KeyCreated(
    long Id,
    string Name,
    string Key,
    string Secret,
    string Bearer,
    Dictionary<string, string[]> Rights,
    DateTimeOffset? ExpiresAt
)
{
    public static KeyCreated Of(AccessKey key, string secret) =>
        new(key.Id, key.Name, key.Key, secret, $"{key.Key}.{secret}", GrantWords.Of(key.Grants), key.ExpiresAt);
}
