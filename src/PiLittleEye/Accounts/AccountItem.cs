namespace PiLittleEye.Accounts;

/// <summary>One account as <c>GET /api/v1/accounts</c> tells of it.</summary>
internal sealed record AccountItem(
    long Id,
    string Name,
    string Role,
    bool IsLocked,
    string? Owes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SeenAt,
    DateTimeOffset? ExpiresAt,
    bool HasSecondFactor,
    int Sessions,
    IReadOnlyDictionary<string, string[]> Rights
);
