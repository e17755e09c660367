using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>A key as <c>GET /api/v1/keys</c> lists it.</summary>
internal sealed record KeyItem(
    long Id,
    string Name,
    string Prefix,
    Dictionary<string, string[]> Rights,
    DateTimeOffset CreatedAt,
    string? CreatedBy,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? UsedAt,
    string? UsedFrom
)
{
    /// <param name="key">The key.</param>
    /// <param name="createdBy">Name of its account.</param>
    public static KeyItem Of(AccessKey key, string? createdBy) =>
        new(
            key.Id,
            key.Name,
            key.Prefix,
            GrantWords.Of(key.Grants),
            key.CreatedAt,
            createdBy,
            key.ExpiresAt,
            key.LastUse?.At,
            key.LastUse?.From
        );
}
