namespace PiLittleEye.Accounts;

/// <summary>Body of <c>GET /api/v1/session</c>.</summary>
/// <param name="Name">Of the account.</param>
/// <param name="Role">One of <see cref="RoleWords"/>, or <see cref="HomeNetwork"/>.</param>
/// <param name="Owes">What must be done first, or null.</param>
/// <param name="ProvedAt">When the password was last asked for and right; null where there is none.</param>
/// <param name="HasSecondFactor">Whether a code is asked for at sign-in.</param>
/// <param name="IsAdministrator">Whether it may do everything.</param>
/// <param name="Rights">By camera.</param>
internal sealed record SessionResponse(
    string Name,
    string Role,
    string? Owes,
    DateTimeOffset? ProvedAt,
    bool HasSecondFactor,
    bool IsAdministrator,
    IReadOnlyDictionary<string, string[]> Rights
)
{
    /// <summary>Of whoever watches from a home network and has not signed in.</summary>
    public const string HomeNetwork = "home-network";
}
