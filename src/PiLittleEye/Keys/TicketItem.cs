namespace PiLittleEye.Keys;

/// <summary>A ticket as <c>GET /api/v1/tickets</c> lists it.</summary>
internal sealed record TicketItem(
    long Id,
    string Name,
    string Camera,
    bool Kiosk,
    DateTimeOffset CreatedAt,
    string? CreatedBy,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? UsedAt,
    string? UsedFrom
)
{
    /// <param name="ticket">The ticket.</param>
    /// <param name="createdBy">Name of its account.</param>
    public static TicketItem Of(Ticket ticket, string? createdBy) =>
        new(
            ticket.Id,
            ticket.Name,
            ticket.Camera,
            ticket.IsKiosk,
            ticket.CreatedAt,
            createdBy,
            ticket.ExpiresAt,
            ticket.LastUse?.At,
            ticket.LastUse?.From
        );
}
