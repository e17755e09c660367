using System.Net;
using PiLittleEye.Audit;

namespace PiLittleEye.Keys;

/// <summary>What happens to keys and tickets, for whoever asks later: the one place that tells it. On the card before it is answered.</summary>
internal sealed class KeyTrail(AuditLog audit, AuditTally tally, ILogger<KeyTrail> logger)
{
    public Task MadeAsync(HttpContext? context, AccessKey key) =>
        SaveAsync(context, "key-made", $"The key \"{key.Name}\" ({key.Prefix}…) was made.", key.Name);

    public Task RevokedAsync(HttpContext? context, AccessKey key) =>
        SaveAsync(context, "key-revoked", $"The key \"{key.Name}\" ({key.Prefix}…) was revoked.", key.Name);

    public Task MadeAsync(HttpContext? context, Ticket ticket) =>
        SaveAsync(
            context,
            "ticket-made",
            $"A link was made that opens the camera for {TimeWords.Of(ticket.ExpiresAt - ticket.CreatedAt)}.",
            ticket.Name,
            ticket.Camera
        );

    public Task RevokedAsync(HttpContext? context, Ticket ticket) =>
        SaveAsync(context, "ticket-revoked", "A link was revoked.", ticket.Name, ticket.Camera);

    /// <summary>A key or ticket that opens nothing. Whoever asks with a revoked one does so every second: counted, not told one by one.</summary>
    /// <param name="from">The address; neighbours are told apart, strangers are not.</param>
    /// <param name="isNews">Not one of too many.</param>
    public void Refused(IPAddress? from, bool isNews)
    {
        var entry = new AuditEntry("key-refused", "A key or link that opens nothing was refused.")
        {
            From = AddressText.Of(from),
            Succeeded = false,
        };
        tally.Count(entry, AddressClass.Of(from) == AddressClass.Internet ? AddressClass.Internet : null);
        if (isNews)
        {
            logger.KeyRefused(entry.From);
        }
    }

    // Without a request it is the command line.
    private Task SaveAsync(HttpContext? context, string kind, string text, string subject, string? camera = null)
    {
        var entry = context is null ? AuditEntry.ByCommandLine(kind, text) : AuditEntry.By(context, kind, text);
        return audit.SaveAsync(entry with { Subject = subject, Camera = camera });
    }
}
