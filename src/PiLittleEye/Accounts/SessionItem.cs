namespace PiLittleEye.Accounts;

/// <summary>One of somebody's own sessions, as <c>GET /api/v1/sessions</c> tells of it.</summary>
internal sealed record SessionItem(
    string Id,
    string Device,
    string Address,
    DateTimeOffset OpenedAt,
    DateTimeOffset SeenAt,
    bool IsCurrent
);
