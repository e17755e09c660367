namespace PiLittleEye.Accounts;

/// <summary>Body of <c>POST /api/v1/accounts</c>.</summary>
internal sealed record NewAccountRequest(
    string? Name,
    string? Role,
    string? Password,
    DateTimeOffset? ExpiresAt,
    IReadOnlyDictionary<string, string[]>? Rights
);
