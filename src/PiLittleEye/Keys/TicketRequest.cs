namespace PiLittleEye.Keys;

/// <summary>Body of <c>POST /api/v1/tickets</c>.</summary>
internal sealed record TicketRequest(string? Camera, double? Minutes, string? Name, bool? Kiosk);
