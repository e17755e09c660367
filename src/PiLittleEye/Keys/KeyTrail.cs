using PiLittleEye.Audit;

namespace PiLittleEye.Keys;

/// <summary>What happens to keys and tickets, for whoever asks later: the one place that tells it. On the card before it is answered.</summary>
internal sealed class KeyTrail(AuditLog audit, ILogger<KeyTrail> logger)
{
    public Task MadeAsync(HttpContext? context, AccessKey key) =>
        SaveAsync(context, "key-made", $"The key \"{key.Name}\" ({key.Prefix}…) was made.", key.Name);

    public Task RevokedAsync(HttpContext? context, AccessKey key) =>
        SaveAsync(context, "key-revoked", $"The key \"{key.Name}\" ({key.Prefix}…) was revoked.", key.Name);

    public Task MadeAsync(HttpContext? context, Ticket ticket) =>
        SaveAsync(context, "ticket-made", $"A link was made that ends {ticket.ExpiresAt:u}.", ticket.Name, ticket.Camera);

    public Task RevokedAsync(HttpContext? context, Ticket ticket) =>
        SaveAsync(context, "ticket-revoked", "A link was revoked.", ticket.Name, ticket.Camera);

    /// <summary>Noise, and so not for the log of what people did.</summary>
    public void Refused(string from) => logger.KeyRefused(from);

    // Without a request it is the command line.
    private Task SaveAsync(HttpContext? context, string kind, string text, string subject, string? camera = null)
    {
        var entry = context is null ? AuditEntry.ByCommandLine(kind, text) : AuditEntry.By(context, kind, text);
        return audit.SaveAsync(entry with { Subject = subject, Camera = camera });
    }
}
