namespace PiLittleEye.Accounts;

/// <summary>Body of <c>PATCH /api/v1/accounts/{id}</c>: what is null stays as it is.</summary>
internal sealed record AccountChangeRequest(
    string? Name,
    string? Role,
    bool? IsLocked,
    DateTimeOffset? ExpiresAt,
    IReadOnlyDictionary<string, string[]>? Rights
);
