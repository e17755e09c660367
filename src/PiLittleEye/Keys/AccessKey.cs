using PiLittleEye.Rights;

namespace PiLittleEye.Keys;

/// <summary>What a program shows to be let in. The secret that proves it is known here only by its hash.</summary>
internal sealed record AccessKey(long Id, long AccountId, string Name, string Key, byte[] SecretHash, Grants Grants)
{
    // Enough to tell one's keys apart, and no use to whoever looks over a shoulder.
    private const int PrefixLength = 6;

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null when it never ends by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public LastUse? LastUse { get; init; }

    public string Prefix => Key[..PrefixLength];
}
