using PiLittleEye.Audit;

namespace PiLittleEye.Keys;

/// <summary>What happens to keys and tickets, for whoever asks later: the one place that tells it.</summary>
internal sealed class KeyTrail(AuditLog audit, ILogger<KeyTrail> logger)
{
    public Task MadeAsync(HttpContext context, AccessKey key) =>
        audit.SaveAsync(AuditEntry.By(context, "key-made", $"A key for programs was made: {Shown(key)}.") with { Subject = key.Name });

    public Task RevokedAsync(HttpContext context, AccessKey key) =>
        audit.SaveAsync(
            AuditEntry.By(context, "key-revoked", $"A key for programs was revoked: {Shown(key)}.") with
            {
                Subject = key.Name,
            }
        );

    public Task MadeAsync(HttpContext context, Ticket ticket) =>
        audit.SaveAsync(
            AuditEntry.By(context, "ticket-made", $"A link to the camera was made, which ends {ticket.ExpiresAt:u}.") with
            {
                Subject = ticket.Name,
                Camera = ticket.Camera,
            }
        );

    public Task RevokedAsync(HttpContext context, Ticket ticket) =>
        audit.SaveAsync(
            AuditEntry.By(context, "ticket-revoked", "A link to the camera was revoked.") with
            {
                Subject = ticket.Name,
                Camera = ticket.Camera,
            }
        );

    /// <summary>Noise, and so not for the log of what people did.</summary>
    public void Refused(string from) => logger.KeyRefused(from);

    private static string Shown(AccessKey key) => $"{key.Name} ({key.Prefix}…)";
}
