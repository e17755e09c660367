using PiLittleEye.Accounts;

namespace PiLittleEye.Keys;

/// <summary>Answer to <c>POST /api/v1/tickets</c>: the only one that ever has the link in it.</summary>
/// <param name="Id">To revoke it.</param>
/// <param name="Camera">Whose pictures it opens.</param>
/// <param name="Url">The stream, or the wall display's page.</param>
/// <param name="PhotoUrl">A photo; null where none may be taken.</param>
/// <param name="Qr">The link as an SVG, for a phone's camera.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
internal sealed record TicketCreated(long Id, string Camera, string Url, string? PhotoUrl, string Qr, DateTimeOffset ExpiresAt)
{
    /// <param name="ticket">The ticket.</param>
    /// <param name="token">What stands in its links.</param>
    /// <param name="origin">As the browser that asked reached this service: others in the same network reach it so too.</param>
    public static TicketCreated Of(Ticket ticket, string token, string origin)
    {
        var camera = Uri.EscapeDataString(ticket.Camera);
        var url = ticket.IsKiosk
            ? $"{origin}/kiosk?camera={camera}&ticket={token}"
            : $"{origin}/api/v1/cameras/{camera}/video/mjpeg?ticket={token}";
        var photo = ticket.IsKiosk ? null : $"{origin}/api/v1/cameras/{camera}/photo.jpg?ticket={token}";
        return new TicketCreated(ticket.Id, ticket.Camera, url, photo, QrPicture.Of(url), ticket.ExpiresAt);
    }
}
